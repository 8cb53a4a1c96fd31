using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Words that keep the ads of one campaign or ad group away.</summary>
internal static class NegativeKeywordHandlers
{
    private const int ListNotPassed = 1034;
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
            var added = new List<long?>(keywords.Count);
            for (var i = 0; i < keywords.Count; i++)
            {
                errors.Start(i);
                added.Add(NegativeKeywords.Add(call, kind, entity, keywords[i], errors));
            }

            ids.Add(new() { Ids = added });
        });
        return new() { NegativeKeywordIds = ids, NestedPartialErrors = nested };
    }

    private static DeleteNegativeKeywordsFromEntitiesResponse Delete(CallContext call, DeleteNegativeKeywordsFromEntitiesRequest request) => new()
    {
        NestedPartialErrors = ForEach(call, request.EntityNegativeKeywords, (kind, entity, keywords, errors) =>
        {
            for (var i = 0; i < keywords.Count; i++)
            {
                errors.Start(i);
                NegativeKeywords.Delete(call, kind, entity, keywords[i]?.Id, errors);
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

            var rows = call.Session.Entities.Children(NegativeKeywords.FamilyOf(kind), entity.Id);
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
}
