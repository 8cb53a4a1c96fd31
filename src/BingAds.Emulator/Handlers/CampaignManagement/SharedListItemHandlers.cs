using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>What is in a shared list.</summary>
internal static class SharedListItemHandlers
{
    private const int MaxInCall = 5000;
    private const int MaxInList = 5000;
    private const int NotPassed = 4319;
    private const int IdInvalid = 4320;
    private const int IdsLimit = 4321;
    private const int KeywordListFull = 4328;
    private const int ListFull = 4355;
    private const int Duplicate = 4356;
    private const int NotInList = 4359;

    public static void Register(HandlerTable table)
    {
        table.Add<AddListItemsToSharedListRequest, AddListItemsToSharedListResponse>(Add);
        table.Add<DeleteListItemsFromSharedListRequest, DeleteListItemsFromSharedListResponse>(Delete);
        table.Add<GetListItemsBySharedListRequest, GetListItemsBySharedListResponse>(Get);
    }

    /// <summary>Adds the items that the rules accept; their ids stand at their places.</summary>
    public static List<long?> AddItems(CallContext call, EntityRow list, List<SharedListItem> items, ItemErrors errors)
    {
        if (items.Count > MaxInCall)
            throw ApiFaultException.Operation(IdsLimit);
        var ids = new List<long?>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            errors.Start(i);
            ids.Add(AddOne(call, list, items[i], errors));
        }

        return ids;
    }

    /// <summary>Takes one item out of its list.</summary>
    public static void DeleteOne(CallContext call, EntityRow list, long? id, ItemErrors errors)
    {
        if (FindIn(call, list, id, errors) is not { } item)
            return;
        call.Session.Entities.Delete(FamilyNames.SharedListItem, item.Id);
        call.Rooms.Forget(FamilyNames.SharedListItem, list.Id);
    }

    /// <summary>The item of that id, which must be in the list.</summary>
    public static EntityRow? FindIn(CallContext call, EntityRow list, long? id, ItemErrors errors)
    {
        var item = id is { } known ? call.Session.Entities.Find(FamilyNames.SharedListItem, known) : null;
        if (item?.Parent == list.Id)
            return item;
        errors.Fail(item is null ? IdInvalid : NotInList);
        return null;
    }

    /// <summary>Puts one item into a list; null when it fails.</summary>
    public static long? AddOne(CallContext call, EntityRow list, SharedListItem? item, ItemErrors errors)
    {
        SharedListRules.CheckItem(item, list.Kind!, errors);
        if (!errors.Ok)
            return null;
        var key = SharedListRules.Key(item!);
        errors.Require(call.Session.Entities.FindByName(FamilyNames.SharedListItem, list.Id, key) is null, Duplicate);
        errors.Require(call.Rooms.HasRoom(FamilyNames.SharedListItem, list.Id, MaxInList), list.Kind == "NegativeKeywordList" ? KeywordListFull : ListFull);
        if (!errors.Ok)
            return null;
        call.Rooms.Take(FamilyNames.SharedListItem, list.Id);
        var id = NegativeKeywordRules.NextId(call.Session);
        SharedListRules.SetId(item!, id);
        call.Session.Entities.Insert(new EntityRow(FamilyNames.SharedListItem, id)
        {
            Parent = list.Id,
            Account = list.Account,
            Customer = list.Customer,
            Name = key,
            Body = EntityBody.Write(item!),
        });
        return id;
    }

    private static AddListItemsToSharedListResponse Add(CallContext call, AddListItemsToSharedListRequest request)
    {
        var list = new SharedListScope(call, request.SharedEntityScope).Require(request.SharedList);
        if (request.ListItems is not { Count: > 0 })
            throw ApiFaultException.Operation(NotPassed);
        var errors = new ItemErrors();
        return new() { ListItemIds = AddItems(call, list, request.ListItems, errors), PartialErrors = errors.List };
    }

    private static DeleteListItemsFromSharedListResponse Delete(CallContext call, DeleteListItemsFromSharedListRequest request)
    {
        var list = new SharedListScope(call, request.SharedEntityScope).Require(request.SharedList);
        if (request.ListItemIds is not { Count: > 0 })
            throw ApiFaultException.Operation(NotPassed);
        if (request.ListItemIds.Count > MaxInCall)
            throw ApiFaultException.Operation(IdsLimit);
        var errors = new ItemErrors();
        for (var i = 0; i < request.ListItemIds.Count; i++)
        {
            errors.Start(i);
            DeleteOne(call, list, request.ListItemIds[i], errors);
        }

        return new() { PartialErrors = errors.List };
    }

    private static GetListItemsBySharedListResponse Get(CallContext call, GetListItemsBySharedListRequest request)
    {
        var list = new SharedListScope(call, request.SharedEntityScope).Require(request.SharedList);
        return new() { ListItems = [.. call.Session.Entities.Children(FamilyNames.SharedListItem, list.Id).Select(static r => WireJson.Read<SharedListItem>(r.Body))] };
    }
}
