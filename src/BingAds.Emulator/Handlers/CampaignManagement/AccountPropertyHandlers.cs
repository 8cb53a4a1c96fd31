using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Switches and texts that hold for all of an account. They are always there, so nothing adds or deletes them.</summary>
internal static class AccountPropertyHandlers
{
    public static void Register(HandlerTable table)
    {
        table.Add<SetAccountPropertiesRequest, SetAccountPropertiesResponse>(Set);
        table.Add<GetAccountPropertiesRequest, GetAccountPropertiesResponse>(Get);
    }

    /// <summary>The answer has no place for partial errors: one wrong property refuses all.</summary>
    private static SetAccountPropertiesResponse Set(CallContext call, SetAccountPropertiesRequest request)
    {
        if (request.AccountProperties is not { Count: > 0 } properties)
            throw ApiFaultException.Operation(GeneralCodes.ListMissing);
        foreach (var property in properties)
        {
            Save(call, Check(property));
        }

        return new();
    }

    private static GetAccountPropertiesResponse Get(CallContext call, GetAccountPropertiesRequest request)
    {
        if (request.AccountPropertyNames is not { Count: > 0 } names)
            throw ApiFaultException.Operation(GeneralCodes.ListMissing);
        var errors = new ItemErrors();
        var found = new List<AccountProperty?>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            errors.Start(i);
            errors.Require(IsKnown(names[i]), GeneralCodes.ValueInvalid);
            found.Add(errors.Ok ? Read(call, names[i]) : null);
        }

        return new() { AccountProperties = found, PartialErrors = errors.List };
    }

    private static AccountProperty Check(AccountProperty? property)
    {
        if (property?.Name is not { } name || !IsKnown(name))
            throw ApiFaultException.Operation(GeneralCodes.ValueInvalid, "There is no account property of this name.");
        var errors = new ItemErrors();
        if (name == AccountPropertyName.TrackingUrlTemplate)
            UrlRules.CheckTracking(errors, property.Value, null, null);
        else if (name == AccountPropertyName.FinalUrlSuffix)
            UrlRules.CheckTracking(errors, null, property.Value, null);
        else if (IsSwitch(name))
            errors.Require(bool.TryParse(property.Value, out _), GeneralCodes.ValueInvalid);
        return errors.Ok ? property : throw ApiFaultException.Operation(errors.List[0]!.Code!.Value, $"The value of {name} is none that it may have.");
    }

    private static bool IsKnown(AccountPropertyName name) => name.Known is not (AccountPropertyName.KnownValue.Unrecognized or AccountPropertyName.KnownValue.None);

    private static bool IsSwitch(AccountPropertyName name) => name.Known is AccountPropertyName.KnownValue.MSCLKIDAutoTaggingEnabled or AccountPropertyName.KnownValue.AdClickParallelTracking
        or AccountPropertyName.KnownValue.IncludeViewThroughConversions or AccountPropertyName.KnownValue.ProfileExpansionEnabled or AccountPropertyName.KnownValue.AllowImageAutoRetrieve
        or AccountPropertyName.KnownValue.IncludeAutoBiddingViewThroughConversions or AccountPropertyName.KnownValue.EnableMMAUnderDSAAdgroups or AccountPropertyName.KnownValue.OptOutFromMCM;

    private static AccountProperty Read(CallContext call, AccountPropertyName name)
        => Find(call, name) is { } row ? WireJson.Read<AccountProperty>(row.Body) : new() { Name = name, Value = IsSwitch(name) ? "false" : null };

    private static void Save(CallContext call, AccountProperty property)
    {
        if (Find(call, property.Name!.Value) is { } row)
            call.Session.Entities.Update(row with { Body = EntityBody.Write(property) });
        else
            call.Session.Entities.Insert(new EntityRow(FamilyNames.AccountProperty, call.Session.Next(FamilyNames.AccountProperty))
            {
                Parent = call.Account.Id,
                Account = call.Account.Id,
                Customer = call.Account.Customer,
                Name = property.Name.Value.ToString(),
                Body = EntityBody.Write(property),
            });
    }

    private static EntityRow? Find(CallContext call, AccountPropertyName name)
        => call.Session.Entities.FindByName(FamilyNames.AccountProperty, call.Account.Id, name.ToString()) is { } id
            ? call.Session.Entities.Find(FamilyNames.AccountProperty, id)
            : null;
}
