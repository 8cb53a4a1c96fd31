using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>The people of customer lists, as hashes of their mail addresses.</summary>
internal static class CustomerListHandlers
{
    private const int MaxItems = 1000;
    private const int HashLength = 64;
    private const int TooManyItems = 6999;
    private const int InvalidList = 8000;
    private const int InvalidAction = 8001;
    private const int UnsupportedSubType = 8002;
    private const int TermsNotAccepted = 8003;
    private const int MustBeHashed = 8004;
    private const int NoItems = 8006;

    public static void Register(HandlerTable table)
    {
        table.Add<ApplyCustomerListUserDataRequest, ApplyCustomerListUserDataResponse>(ApplyUserData);
        table.Add<ApplyCustomerListItemsRequest, ApplyCustomerListItemsResponse>(ApplyItems);
    }

    /// <summary>The older operation: its list has no member left that could hold items, so only the list is looked at.</summary>
    private static ApplyCustomerListItemsResponse ApplyItems(CallContext call, ApplyCustomerListItemsRequest request)
    {
        RequireList(call, request.CustomerListAudience?.Id);
        return new();
    }

    private static ApplyCustomerListUserDataResponse ApplyUserData(CallContext call, ApplyCustomerListUserDataRequest request)
    {
        var data = request.CustomerListUserData ?? throw ApiFaultException.Operation(GeneralCodes.ItemMissing);
        var list = RequireList(call, data.AudienceId);
        if (data.ActionType is not { Known: CustomerListActionType.KnownValue.Add or CustomerListActionType.KnownValue.Remove or CustomerListActionType.KnownValue.Replace } action)
            throw ApiFaultException.Operation(InvalidAction);
        if (data.CustomerListItemSubType != CustomerListItemSubType.Email)
            throw ApiFaultException.Operation(UnsupportedSubType);
        if (data.AcceptCustomerMatchTerm == false)
            throw ApiFaultException.Operation(TermsNotAccepted);
        if (data.CustomerListItems is not { Count: > 0 } items)
            throw ApiFaultException.Operation(NoItems);
        if (items.Count > MaxItems)
            throw ApiFaultException.Operation(TooManyItems);
        if (action == CustomerListActionType.Replace)
            call.Session.Entities.Children(FamilyNames.CustomerListItem, list.Id).ForEach(row => call.Session.Entities.Delete(row.Family, row.Id));
        return new() { PartialErrors = Apply(call, list, items, action == CustomerListActionType.Remove) };
    }

    private static List<BatchError?> Apply(CallContext call, EntityRow list, List<string> items, bool isRemoval)
    {
        var errors = new ItemErrors();
        for (var i = 0; i < items.Count; i++)
        {
            errors.Start(i);
            var hash = items[i]?.ToUpperInvariant();
            errors.Require(hash?.Length == HashLength && hash.All(char.IsAsciiHexDigit), MustBeHashed);
            if (!errors.Ok)
                continue;
            var known = call.Session.Entities.FindByName(FamilyNames.CustomerListItem, list.Id, hash!);
            if (isRemoval && known is { } id)
                call.Session.Entities.Delete(FamilyNames.CustomerListItem, id);
            else if (!isRemoval && known is null)
                Insert(call, list, hash!);
        }

        return errors.List;
    }

    private static void Insert(CallContext call, EntityRow list, string hash)
        => call.Session.Entities.Insert(new EntityRow(FamilyNames.CustomerListItem, call.Session.Next(FamilyNames.CustomerListItem))
        {
            Parent = list.Id,
            Account = list.Account,
            Customer = list.Customer,
            Name = hash,
            Body = [],
        });

    private static EntityRow RequireList(CallContext call, long? id)
        => AudienceFamilies.Audiences.FindOwn(call, id) is { Kind: AudienceKinds.CustomerList } row ? row : throw ApiFaultException.Operation(InvalidList);
}
