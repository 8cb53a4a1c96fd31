using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;

/// <summary>Ad extensions of all types.</summary>
internal static class AdExtensionHandlers
{
    private const int InvalidTypeFilter = 3814;
    private const int TypeMismatch = 3874;

    private static EntityFamily<AdExtension> Family => AdExtensionFamilies.AdExtensions;

    public static void Register(HandlerTable table)
    {
        table.Add<AddAdExtensionsRequest, AddAdExtensionsResponse>(Add);
        table.Add<UpdateAdExtensionsRequest, UpdateAdExtensionsResponse>(Update);
        table.Add<DeleteAdExtensionsRequest, DeleteAdExtensionsResponse>(Delete);
        table.Add<GetAdExtensionsByIdsRequest, GetAdExtensionsByIdsResponse>(GetByIds);
        table.Add<GetAdExtensionIdsByAccountIdRequest, GetAdExtensionIdsByAccountIdResponse>(GetIds);
    }

    private static AddAdExtensionsResponse Add(CallContext call, AddAdExtensionsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        var ids = Family.Add(request.AdExtensions, rules);
        return new()
        {
            AdExtensionIdentities = ids.ConvertAll(static id => id is null ? null : new AdExtensionIdentity { Id = id, Version = 1 }),
            NestedPartialErrors = NestedErrors.OfItems(rules.Errors),
        };
    }

    private static UpdateAdExtensionsResponse Update(CallContext call, UpdateAdExtensionsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        Family.Update(request.AdExtensions, rules);
        return new() { NestedPartialErrors = NestedErrors.OfItems(rules.Errors) };
    }

    private static DeleteAdExtensionsResponse Delete(CallContext call, DeleteAdExtensionsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        Family.Delete(request.AdExtensionIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetAdExtensionsByIdsResponse GetByIds(CallContext call, GetAdExtensionsByIdsRequest request)
    {
        var account = call.AccountOf(request.AccountId);
        var wanted = Filter(request.AdExtensionType);
        var errors = new ItemErrors();
        var extensions = Family.Get(call, account.Id, request.AdExtensionIds, errors, row => wanted.Has(row.Kind!), TypeMismatch);
        foreach (var extension in extensions)
        {
            AdExtensionView.Trim(extension, request.ReturnAdditionalFields);
        }

        return new() { AdExtensions = extensions, PartialErrors = errors.List };
    }

    private static GetAdExtensionIdsByAccountIdResponse GetIds(CallContext call, GetAdExtensionIdsByAccountIdRequest request)
    {
        var account = call.AccountOf(request.AccountId);
        var wanted = Filter(request.AdExtensionType);
        var level = request.AssociationType is { } type ? AdExtensionLevel.Of(type) : null;
        var used = level is null
            ? null
            : call.Session.Links.OfAccount(FamilyNames.AdExtension, account.Id).Where(l => l.Kind == level.Kind).Select(static l => l.Source).ToHashSet();
        var rows = call.Session.Entities.Children(Family.Name, account.Id).Where(row => wanted.Has(row.Kind!) && used?.Contains(row.Id) != false);
        return new() { AdExtensionIds = [.. rows.Select(static r => r.Id)] };
    }

    /// <summary>The types have to be named, by names that the service knows.</summary>
    internal static AdExtensionsTypeFilter Filter(AdExtensionsTypeFilter? filter)
        => filter is { } wanted && EnumRules.AreNames(nameof(AdExtensionsTypeFilter), wanted.Names) ? wanted : throw ApiFaultException.Operation(InvalidTypeFilter);

    private static AdExtensionsOfAccount Rules(CallContext call, long? accountId)
    {
        call.AccountOf(accountId);
        return new AdExtensionsOfAccount(call, new ItemErrors());
    }
}
