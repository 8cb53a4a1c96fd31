using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Lists that campaigns or accounts share: words, sites, brands.</summary>
internal static class SharedListHandlers
{
    private const int Null = 4311;

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
        var rules = Rules(call, request.SharedEntityScope);
        var list = request.SharedEntity ?? throw ApiFaultException.Operation(Null);
        if (Family.AddOne(list, rules) is not { } id)
            throw ApiFaultException.Operation(rules.Errors.List[0]!.Code!.Value); // There is one list in the call: what is wrong with it refuses all.
        rules.Errors.Clear();
        var ids = SharedListItemHandlers.AddItems(call, call.Session.Entities.Find(Family.Name, id)!, request.ListItems ?? [], rules.Errors);
        return new() { SharedEntityId = id, ListItemIds = ids, PartialErrors = rules.Errors.List };
    }

    private static UpdateSharedEntitiesResponse Update(CallContext call, UpdateSharedEntitiesRequest request)
    {
        var rules = Rules(call, request.SharedEntityScope);
        Family.Update(request.SharedEntities, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteSharedEntitiesResponse Delete(CallContext call, DeleteSharedEntitiesRequest request)
    {
        var rules = Rules(call, request.SharedEntityScope);
        Family.Delete(request.SharedEntities?.ConvertAll(static s => s?.Id ?? 0), rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static SharedListsOfScope Rules(CallContext call, EntityScope? scope) => new(call, new SharedListScope(call, scope), new ItemErrors());

    private static List<SharedEntity?> List(SharedListScope scope, CallContext call, string? type)
    {
        var wanted = SharedListScope.RequireType(type);
        return [.. call.Session.Entities.Children(Family.Name, scope.Parent).Where(r => r.Kind == wanted).Select(scope.Show)];
    }
}
