using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Which campaigns and accounts use which shared lists.</summary>
internal static class SharedListAssociationHandlers
{
    private const int Max = 10_000;
    private const int MaxEntities = 100;
    private const int EntityIdsLimit = 513;
    private const int EntityIdInvalid = 517;
    private const int NotPassed = 4304;
    private const int BatchLimit = 4307;
    private const int Null = 4308;
    private const int Duplicate = 4309;
    private const int IdsNotPassed = 4310;
    private const int TypeInvalid = 4303;
    private const int ListIdInvalid = 4317;
    private const int EntityTypeInvalid = 212;
    private const int Missing = 4346;

    public static void Register(HandlerTable table)
    {
        table.Add<SetSharedEntityAssociationsRequest, SetSharedEntityAssociationsResponse>(static (call, request) => new()
        {
            PartialErrors = ForEach(call, request.Associations, isDeletion: false),
        });
        table.Add<DeleteSharedEntityAssociationsRequest, DeleteSharedEntityAssociationsResponse>(static (call, request) => new()
        {
            PartialErrors = ForEach(call, request.Associations, isDeletion: true),
        });
        table.Add<GetSharedEntityAssociationsByEntityIdsRequest, GetSharedEntityAssociationsByEntityIdsResponse>(GetByEntities);
        table.Add<GetSharedEntityAssociationsBySharedEntityIdsRequest, GetSharedEntityAssociationsBySharedEntityIdsResponse>(GetByLists);
    }

    private static GetSharedEntityAssociationsByEntityIdsResponse GetByEntities(CallContext call, GetSharedEntityAssociationsByEntityIdsRequest request)
    {
        var kind = KindOf(request.EntityType);
        var type = SharedListScope.RequireType(request.SharedEntityType);
        CheckIds(request.EntityIds);
        var errors = new ItemErrors();
        var found = new List<SharedEntityAssociation?>();
        for (var i = 0; i < request.EntityIds!.Count; i++)
        {
            errors.Start(i);
            var entity = request.EntityIds[i];
            if (IsOwn(call, kind, entity))
                found.AddRange(call.Session.Links.To(FamilyNames.SharedList, kind, entity).Select(link => Show(call, link, type)).Where(static a => a is not null));
            else
                errors.Fail(EntityIdInvalid);
        }

        return new() { Associations = found, PartialErrors = errors.List };
    }

    private static GetSharedEntityAssociationsBySharedEntityIdsResponse GetByLists(CallContext call, GetSharedEntityAssociationsBySharedEntityIdsRequest request)
    {
        var kind = KindOf(request.EntityType);
        var type = SharedListScope.RequireType(request.SharedEntityType);
        CheckIds(request.SharedEntityIds);
        var errors = new ItemErrors();
        var found = new List<SharedEntityAssociation?>();
        for (var i = 0; i < request.SharedEntityIds!.Count; i++)
        {
            errors.Start(i);
            if (SharedListScope.Find(call, request.SharedEntityIds[i]) is { } list)
                found.AddRange(call.Session.Links.From(FamilyNames.SharedList, kind, list.Id).Select(link => Show(call, link, type)).Where(static a => a is not null));
            else
                errors.Fail(ListIdInvalid);
        }

        return new() { Associations = found, PartialErrors = errors.List };
    }

    /// <summary>Puts a list on a campaign or account, or takes it off.</summary>
    public static void Apply(CallContext call, long? listId, string? listType, string kind, long? entity, bool isDeletion, ItemErrors errors)
    {
        var list = SharedListScope.Find(call, listId);
        errors.Require(list is not null, ListIdInvalid);
        errors.Require(list is null || list.Kind == listType, TypeInvalid);
        errors.Require(entity is { } id && IsOwn(call, kind, id), EntityIdInvalid);
        if (!errors.Ok)
            return;
        if (isDeletion)
            errors.Require(call.Session.Links.Delete(FamilyNames.SharedList, kind, list!.Id, entity!.Value), Missing);
        else
            call.Session.Links.Set(FamilyNames.SharedList, kind, list!.Id, entity!.Value, call.Account.Id);
    }

    private static List<BatchError?> ForEach(CallContext call, List<SharedEntityAssociation>? items, bool isDeletion)
    {
        if (items is not { Count: > 0 })
            throw ApiFaultException.Operation(NotPassed);
        if (items.Count > Max)
            throw ApiFaultException.Operation(BatchLimit);
        var errors = new ItemErrors();
        var seen = new HashSet<(long?, string?, long?)>();
        for (var i = 0; i < items.Count; i++)
        {
            errors.Start(i);
            if (items[i] is not { } item)
            {
                errors.Fail(Null);
                continue;
            }

            var kind = KindOf(item.EntityType);
            errors.Require(seen.Add((item.SharedEntityId, item.EntityType, item.EntityId)), Duplicate);
            Apply(call, item.SharedEntityId, item.SharedEntityType, kind, item.EntityId, isDeletion, errors);
        }

        return errors.List;
    }

    private static SharedEntityAssociation? Show(CallContext call, LinkRow link, string type)
        => SharedListScope.Find(call, link.Source) is { } list && list.Kind == type
            ? new()
            {
                EntityId = link.Target,
                EntityType = link.Kind,
                SharedEntityId = link.Source,
                SharedEntityType = list.Kind,
                SharedEntityCustomerId = list.Account == 0 ? list.Customer : null,
                Status = "Active",
            }
            : null;

    private static void CheckIds(List<long>? ids)
    {
        if (ids is not { Count: > 0 })
            throw ApiFaultException.Operation(IdsNotPassed);
        if (ids.Count > MaxEntities)
            throw ApiFaultException.Operation(EntityIdsLimit);
    }

    private static string KindOf(string? entityType)
        => entityType is FamilyNames.Campaign or FamilyNames.Account ? entityType : throw ApiFaultException.Operation(EntityTypeInvalid);

    private static bool IsOwn(CallContext call, string kind, long entity) => call.Session.Entities.Find(kind, entity)?.Account == call.Account.Id;
}
