using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Labels on campaigns, ad groups, ads and keywords.</summary>
internal static class LabelAssociationHandlers
{
    private const int Max = 100;
    private const int MaxPerEntity = 50;
    private const int EntityIdsNotPassed = 516;
    private const int EntityIdsTooMany = 513;
    private const int UnknownLabel = 5405;
    private const int Empty = 5413;
    private const int TooMany = 5414;
    private const int NullItem = 5415;
    private const int Duplicate = 5416;
    private const int EntityFull = 5417;
    private const int Missing = 5418;
    private const int EntityTypeInvalid = 5424;
    private const int EntityIdInvalid = 5425;
    private const int LabelIdsTooMany = 5426;

    public static void Register(HandlerTable table)
    {
        table.Add<SetLabelAssociationsRequest, SetLabelAssociationsResponse>(Set);
        table.Add<DeleteLabelAssociationsRequest, DeleteLabelAssociationsResponse>(Delete);
        table.Add<GetLabelAssociationsByEntityIdsRequest, GetLabelAssociationsByEntityIdsResponse>(GetByEntities);
        table.Add<GetLabelAssociationsByLabelIdsRequest, GetLabelAssociationsByLabelIdsResponse>(GetByLabels);
    }

    private static SetLabelAssociationsResponse Set(CallContext call, SetLabelAssociationsRequest request)
        => new() { PartialErrors = ForEach(call, request.EntityType, request.LabelAssociations, isDeletion: false).List };

    private static DeleteLabelAssociationsResponse Delete(CallContext call, DeleteLabelAssociationsRequest request)
        => new() { PartialErrors = ForEach(call, request.EntityType, request.LabelAssociations, isDeletion: true).List };

    /// <summary>Puts a label on an entity, or takes it off.</summary>
    public static void Apply(CallContext call, string kind, long? label, long? entity, bool isDeletion, ItemErrors errors)
    {
        var links = call.Session.Links;
        errors.Require(CampaignFamilies.Labels.FindOwn(call, label) is not null, UnknownLabel);
        errors.Require(entity is { } id && IsOwn(call, kind, id), EntityIdInvalid);
        if (!errors.Ok)
            return;
        if (isDeletion)
        {
            errors.Require(links.Delete(FamilyNames.Label, kind, label!.Value, entity!.Value), Missing);
            return;
        }

        if (!links.Exists(FamilyNames.Label, kind, label!.Value, entity!.Value))
            errors.Require(links.To(FamilyNames.Label, kind, entity.Value).Count < MaxPerEntity, EntityFull);
        if (errors.Ok)
            links.Set(FamilyNames.Label, kind, label.Value, entity.Value, call.Account.Id);
    }

    private static GetLabelAssociationsByEntityIdsResponse GetByEntities(CallContext call, GetLabelAssociationsByEntityIdsRequest request)
    {
        var kind = KindOf(request.EntityType);
        CheckCount(request.EntityIds?.Count ?? 0, EntityIdsNotPassed, EntityIdsTooMany);
        var errors = new ItemErrors();
        var found = new List<LabelAssociation?>();
        for (var i = 0; i < request.EntityIds!.Count; i++)
        {
            errors.Start(i);
            var entity = request.EntityIds[i];
            if (IsOwn(call, kind, entity))
                found.AddRange(call.Session.Links.To(FamilyNames.Label, kind, entity).Select(static l => new LabelAssociation { LabelId = l.Source, EntityId = l.Target }));
            else
                errors.Fail(EntityIdInvalid);
        }

        return new() { LabelAssociations = found, PartialErrors = errors.List };
    }

    private static GetLabelAssociationsByLabelIdsResponse GetByLabels(CallContext call, GetLabelAssociationsByLabelIdsRequest request)
    {
        var kind = KindOf(request.EntityType);
        CheckCount(request.LabelIds?.Count ?? 0, CampaignFamilies.Labels.Codes.IdsEmpty, LabelIdsTooMany);
        var page = PageRules.Read(request.PageInfo?.Index, request.PageInfo?.Size, request.PageInfo is not null);
        var errors = new ItemErrors();
        var found = new List<LabelAssociation?>();
        for (var i = 0; i < request.LabelIds!.Count; i++)
        {
            errors.Start(i);
            if (CampaignFamilies.Labels.FindOwn(call, request.LabelIds[i]) is { } label)
                found.AddRange(call.Session.Links.From(FamilyNames.Label, kind, label.Id).Select(static l => new LabelAssociation { LabelId = l.Source, EntityId = l.Target }));
            else
                errors.Fail(UnknownLabel);
        }

        return new() { LabelAssociations = page.Of(found), PartialErrors = errors.List };
    }

    private static ItemErrors ForEach(CallContext call, EntityType? type, List<LabelAssociation>? items, bool isDeletion)
    {
        var kind = KindOf(type);
        CheckCount(items?.Count ?? 0, Empty, TooMany);
        var errors = new ItemErrors();
        var seen = new HashSet<(long?, long?)>();
        for (var i = 0; i < items!.Count; i++)
        {
            errors.Start(i);
            if (items[i] is not { } item)
            {
                errors.Fail(NullItem);
                continue;
            }

            errors.Require(seen.Add((item.LabelId, item.EntityId)), Duplicate);
            if (errors.Ok)
                Apply(call, kind, item.LabelId, item.EntityId, isDeletion, errors);
        }

        return errors;
    }

    private static void CheckCount(int count, int empty, int tooMany)
    {
        if (count == 0)
            throw ApiFaultException.Operation(empty);
        if (count > Max)
            throw ApiFaultException.Operation(tooMany);
    }

    /// <summary>The family by the name of the entity type: they are the same word.</summary>
    private static string KindOf(EntityType? type) => type?.Known switch
    {
        EntityType.KnownValue.Campaign or EntityType.KnownValue.AdGroup or EntityType.KnownValue.Ad or EntityType.KnownValue.Keyword => type.Value.ToString(),
        _ => throw ApiFaultException.Operation(EntityTypeInvalid),
    };

    private static bool IsOwn(CallContext call, string kind, long entity) => call.Session.Entities.Find(kind, entity)?.Account == call.Account.Id;
}
