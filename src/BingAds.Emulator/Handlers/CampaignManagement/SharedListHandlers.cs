using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Lists that campaigns or accounts share: words, sites, brands.</summary>
internal static class SharedListHandlers
{
    private const int MaxKeywordLists = 20;
    private const int Null = 4311;
    private const int TypeInvalid = 4303;
    private const int LimitExceeded = 4302;
    private const int KeywordListInUse = 4331;
    private const int InUse = 4358;

    private static EntityFamily<SharedEntity> Family => CampaignFamilies.SharedLists;

    public static void Register(HandlerTable table)
    {
        table.Add<AddSharedEntityRequest, AddSharedEntityResponse>(Add);
        table.Add<UpdateSharedEntitiesRequest, UpdateSharedEntitiesResponse>(Update);
        table.Add<DeleteSharedEntitiesRequest, DeleteSharedEntitiesResponse>(Delete);
        table.Add<GetSharedEntitiesRequest, GetSharedEntitiesResponse>(static (call, request) =>
            new() { SharedEntities = List(new SharedListScope(call, request.SharedEntityScope), call, request.SharedEntityType) });
        table.Add<GetSharedEntitiesByAccountIdRequest, GetSharedEntitiesByAccountIdResponse>(static (call, request) =>
            new() { SharedEntities = List(new SharedListScope(call, EntityScope.Account), call, request.SharedEntityType) });
    }

    private static AddSharedEntityResponse Add(CallContext call, AddSharedEntityRequest request)
    {
        var scope = new SharedListScope(call, request.SharedEntityScope);
        var list = request.SharedEntity ?? throw ApiFaultException.Operation(Null);
        if (SharedListRules.ItemTypeOf(list.TypeName) is null)
            throw ApiFaultException.Operation(TypeInvalid);
        if (list.Id is not null)
            throw ApiFaultException.Operation(Family.Codes.IdGiven);
        if (SharedListRules.CheckName(list.Name) is { } code)
            throw ApiFaultException.Operation(code);
        if (call.Session.Entities.FindByName(Family.Name, scope.Parent, Family.UniqueName(list)!) is not null)
            throw ApiFaultException.Operation(SharedListRules.NameTakenCode(list.TypeName));
        if (list is NegativeKeywordList && call.Session.Entities.Children(Family.Name, scope.Parent).Count(static r => r.Kind == "NegativeKeywordList") >= MaxKeywordLists)
            throw ApiFaultException.Operation(LimitExceeded);
        list.Id = Family.NextId(call.Session);
        list.AssociationCount = null;
        Family.Insert(call.Session, list, scope.Parent, scope.Account, call.Account.Customer);
        var errors = new ItemErrors();
        var ids = SharedListItemHandlers.AddItems(call, call.Session.Entities.Find(Family.Name, list.Id.Value)!, request.ListItems ?? [], errors);
        return new() { SharedEntityId = list.Id, ListItemIds = ids, PartialErrors = errors.List };
    }

    private static UpdateSharedEntitiesResponse Update(CallContext call, UpdateSharedEntitiesRequest request)
    {
        var scope = new SharedListScope(call, request.SharedEntityScope);
        var errors = new ItemErrors();
        Family.Update(
            call,
            scope.Parent,
            request.SharedEntities,
            errors,
            (before, given) => errors.Require(given.GetType() == before.GetType(), TypeInvalid),
            change =>
            {
                change.After.AssociationCount = null;
                if (change.After is SharedList shared)
                    shared.ItemCount = null;
                if (SharedListRules.CheckName(change.Given.Name is "" ? null : change.After.Name) is { } code)
                    errors.Fail(code);
            });
        return new() { PartialErrors = errors.List };
    }

    private static DeleteSharedEntitiesResponse Delete(CallContext call, DeleteSharedEntitiesRequest request)
    {
        var scope = new SharedListScope(call, request.SharedEntityScope);
        var errors = new ItemErrors();
        Family.Delete(call, scope.Parent, request.SharedEntities?.ConvertAll(static s => s?.Id ?? 0), errors, row =>
        {
            // Only campaigns hold a list fast; from an account it is taken along.
            var isUsed = call.Session.Links.From(FamilyNames.SharedList, FamilyNames.Campaign, row.Id).Count > 0;
            errors.Require(!isUsed, row.Kind == "NegativeKeywordList" ? KeywordListInUse : InUse);
        });
        return new() { PartialErrors = errors.List };
    }

    private static List<SharedEntity?> List(SharedListScope scope, CallContext call, string? type)
    {
        var wanted = SharedListScope.RequireType(type);
        return [.. call.Session.Entities.Children(Family.Name, scope.Parent).Where(r => r.Kind == wanted).Select(scope.Show)];
    }
}
