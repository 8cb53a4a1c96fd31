using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Words that keep the ads of one campaign or ad group away.</summary>
internal static class NegativeKeywordHandlers
{
    private const int MaxInEntity = 20_000;
    private const int EntityLimit = 1033;
    private const int ListNotPassed = 1034;
    private const int InvalidId = 4330;
    private const int AlreadyExists = 4335;
    private const int InvalidParentType = 4341;
    private const int EntitiesNotPassed = 4342;
    private const int EntityNull = 4343;
    private const int EntityBatchLimit = 4350;
    private const int EntityIdInvalid = 517;

    public static void Register(HandlerTable table)
    {
        table.Add<AddNegativeKeywordsToEntitiesRequest, AddNegativeKeywordsToEntitiesResponse>(Add);
        table.Add<DeleteNegativeKeywordsFromEntitiesRequest, DeleteNegativeKeywordsFromEntitiesResponse>(Delete);
        table.Add<GetNegativeKeywordsByEntityIdsRequest, GetNegativeKeywordsByEntityIdsResponse>(Get);
    }

    private static AddNegativeKeywordsToEntitiesResponse Add(CallContext call, AddNegativeKeywordsToEntitiesRequest request)
    {
        var ids = new List<IdCollection?>();
        var nested = ForEach(call, request.EntityNegativeKeywords, (kind, entity, keywords, errors) =>
        {
            var room = MaxInEntity - call.Session.Entities.Count(FamilyOf(kind), entity);
            ids.Add(new() { Ids = [.. keywords.Select((keyword, i) => AddOne(call, kind, entity, keyword, i, errors, ref room))] });
        });
        return new() { NegativeKeywordIds = ids, NestedPartialErrors = nested };
    }

    private static long? AddOne(CallContext call, string kind, long entity, NegativeKeyword? keyword, int index, ItemErrors errors, ref int room)
    {
        errors.Start(index);
        NegativeKeywordRules.Check(keyword, errors);
        if (!errors.Ok)
            return null;
        errors.Require(call.Session.Entities.FindByName(FamilyOf(kind), entity, NegativeKeywordRules.Key(keyword!)) is null, AlreadyExists);
        errors.Require(room > 0, EntityLimit);
        if (!errors.Ok)
            return null;
        room--;
        keyword!.Id = NegativeKeywordRules.NextId(call.Session);
        call.Session.Entities.Insert(new(FamilyOf(kind), keyword.Id.Value)
        {
            Parent = entity,
            Account = call.Account.Id,
            Customer = call.Account.Customer,
            Name = NegativeKeywordRules.Key(keyword),
            Body = EntityBody.Write(keyword),
        });
        return keyword.Id;
    }

    private static DeleteNegativeKeywordsFromEntitiesResponse Delete(CallContext call, DeleteNegativeKeywordsFromEntitiesRequest request) => new()
    {
        NestedPartialErrors = ForEach(call, request.EntityNegativeKeywords, (kind, entity, keywords, errors) =>
        {
            for (var i = 0; i < keywords.Count; i++)
            {
                errors.Start(i);
                var row = keywords[i]?.Id is { } id ? call.Session.Entities.Find(FamilyOf(kind), id) : null;
                if (row?.Parent == entity)
                    call.Session.Entities.Delete(FamilyOf(kind), row.Id);
                else
                    errors.Fail(InvalidId);
            }
        }),
    };

    private static GetNegativeKeywordsByEntityIdsResponse Get(CallContext call, GetNegativeKeywordsByEntityIdsRequest request)
    {
        var kind = KindOf(request.EntityType);
        CheckCount(request.EntityIds?.Count ?? 0);
        var errors = new ItemErrors();
        var found = new List<EntityNegativeKeyword?>();
        for (var i = 0; i < request.EntityIds!.Count; i++)
        {
            errors.Start(i);
            var entity = call.Session.Entities.Find(kind, request.EntityIds[i]);
            if (entity?.Account != call.Account.Id)
            {
                errors.Fail(EntityIdInvalid);
                found.Add(null);
                continue;
            }

            var rows = call.Session.Entities.Children(FamilyOf(kind), entity.Id);
            found.Add(new() { EntityId = entity.Id, EntityType = kind, NegativeKeywords = rows.ConvertAll(static r => WireJson.Read<NegativeKeyword>(r.Body)) });
        }

        return new() { EntityNegativeKeywords = found, PartialErrors = errors.List };
    }

    private static List<BatchErrorCollection?> ForEach(
        CallContext call, List<EntityNegativeKeyword>? entities, Action<string, long, List<NegativeKeyword>, ItemErrors> act)
    {
        CheckCount(entities?.Count ?? 0);
        var collections = new NestedErrors();
        for (var i = 0; i < entities!.Count; i++)
        {
            var entity = entities[i] ?? throw ApiFaultException.Operation(EntityNull);
            var kind = KindOf(entity.EntityType);
            if (call.Session.Entities.Find(kind, entity.EntityId ?? 0)?.Account != call.Account.Id)
                throw ApiFaultException.Operation(kind == FamilyNames.Campaign ? CampaignFamilies.Campaigns.Codes.UnknownId : CampaignFamilies.AdGroups.Codes.UnknownId);
            if (entity.NegativeKeywords is not { Count: > 0 })
                throw ApiFaultException.Operation(ListNotPassed);
            var errors = new ItemErrors();
            act(kind, entity.EntityId!.Value, entity.NegativeKeywords, errors);
            collections.Add(i, errors);
        }

        return collections.List;
    }

    private static void CheckCount(int count)
    {
        if (count == 0)
            throw ApiFaultException.Operation(EntitiesNotPassed);
        if (count > 1)
            throw ApiFaultException.Operation(EntityBatchLimit);
    }

    private static string KindOf(string? entityType)
        => entityType is FamilyNames.Campaign or FamilyNames.AdGroup ? entityType : throw ApiFaultException.Operation(InvalidParentType);

    private static string FamilyOf(string kind) => kind == FamilyNames.Campaign ? FamilyNames.CampaignNegativeKeyword : FamilyNames.AdGroupNegativeKeyword;
}
