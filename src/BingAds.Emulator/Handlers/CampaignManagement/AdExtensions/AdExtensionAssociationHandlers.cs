using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;

/// <summary>Ad extensions on accounts, campaigns and ad groups.</summary>
internal static class AdExtensionAssociationHandlers
{
    private const int Max = 100;
    private const int EntityIdsTooMany = 513;
    private const int EntityIdsNotPassed = 516;
    private const int OneAccountOnly = 3907;

    public static void Register(HandlerTable table)
    {
        table.Add<SetAdExtensionsAssociationsRequest, SetAdExtensionsAssociationsResponse>(static (call, request) => new()
        {
            PartialErrors = ForEach(call, request.AccountId, request.AssociationType, request.AdExtensionIdToEntityIdAssociations, isDeletion: false),
        });
        table.Add<DeleteAdExtensionsAssociationsRequest, DeleteAdExtensionsAssociationsResponse>(static (call, request) => new()
        {
            PartialErrors = ForEach(call, request.AccountId, request.AssociationType, request.AdExtensionIdToEntityIdAssociations, isDeletion: true),
        });
        table.Add<GetAdExtensionsAssociationsRequest, GetAdExtensionsAssociationsResponse>(Get);
        table.Add<GetAdExtensionsEditorialReasonsRequest, GetAdExtensionsEditorialReasonsResponse>(GetReasons);
    }

    private static List<BatchError?> ForEach(CallContext call, long? accountId, AssociationType? type, List<AdExtensionIdToEntityIdAssociation>? items, bool isDeletion)
    {
        call.AccountOf(accountId);
        var level = AdExtensionLevel.Of(type);
        CheckCount(items?.Count ?? 0, level.Empty, level.TooMany);
        var errors = new ItemErrors();
        var seen = new HashSet<(long?, long?)>();
        for (var i = 0; i < items!.Count; i++)
        {
            errors.Start(i);
            if (items[i] is not { } item)
            {
                errors.Fail(level.Null);
                continue;
            }

            errors.Require(seen.Add((item.AdExtensionId, item.EntityId)), level.Duplicate);
            if (errors.Ok)
                AdExtensionAssociations.Apply(call, level, item.AdExtensionId, item.EntityId, isDeletion, errors);
        }

        return errors.List;
    }

    private static GetAdExtensionsAssociationsResponse Get(CallContext call, GetAdExtensionsAssociationsRequest request)
    {
        call.AccountOf(request.AccountId);
        var level = AdExtensionLevel.Of(request.AssociationType);
        var wanted = AdExtensionHandlers.Filter(request.AdExtensionType);
        CheckCount(request.EntityIds?.Count ?? 0, EntityIdsNotPassed, EntityIdsTooMany);
        if (level.Kind == FamilyNames.Account && request.EntityIds!.Count > 1)
            throw ApiFaultException.Operation(OneAccountOnly);
        var errors = new ItemErrors();
        var found = new List<AdExtensionAssociationCollection?>();
        for (var i = 0; i < request.EntityIds!.Count; i++)
        {
            errors.Start(i);
            var entity = request.EntityIds[i];
            errors.Require(level.Owns(call, entity), level.UnknownEntity);
            found.Add(errors.Ok ? Of(call, level, entity, wanted, request.ReturnAdditionalFields) : null);
        }

        return new() { AdExtensionAssociationCollection = found, PartialErrors = errors.List };
    }

    private static AdExtensionAssociationCollection Of(
        CallContext call, AdExtensionLevel level, long entity, AdExtensionsTypeFilter wanted, AdExtensionAdditionalField? more)
    {
        var associations = new List<AdExtensionAssociation>();
        foreach (var row in AdExtensionAssociations.On(call.Session, level, entity).Where(r => wanted.Has(r.Kind!)))
        {
            var extension = AdExtensionFamilies.AdExtensions.Read(row);
            var status = EditorialRules.Find(extension).Any() ? AdExtensionEditorialStatus.Disapproved : AdExtensionEditorialStatus.Active;
            AdExtensionView.Trim(extension, more);
            associations.Add(new() { AdExtension = extension, AssociationType = level.Kind, EntityId = entity, EditorialStatus = status });
        }

        return new() { AdExtensionAssociations = associations };
    }

    private static GetAdExtensionsEditorialReasonsResponse GetReasons(CallContext call, GetAdExtensionsEditorialReasonsRequest request)
    {
        call.AccountOf(request.AccountId);
        var level = AdExtensionLevel.Of(request.AssociationType);
        CheckCount(request.AdExtensionIdToEntityIdAssociations?.Count ?? 0, level.Empty, level.TooMany);
        var errors = new ItemErrors();
        var found = new List<AdExtensionEditorialReasonCollection?>();
        for (var i = 0; i < request.AdExtensionIdToEntityIdAssociations!.Count; i++)
        {
            errors.Start(i);
            found.Add(ReasonsOf(call, level, request.AdExtensionIdToEntityIdAssociations[i], errors));
        }

        return new() { EditorialReasons = found, PartialErrors = errors.List };
    }

    private static AdExtensionEditorialReasonCollection? ReasonsOf(CallContext call, AdExtensionLevel level, AdExtensionIdToEntityIdAssociation? item, ItemErrors errors)
    {
        if (item is null)
        {
            errors.Fail(level.Null);
            return null;
        }

        var row = AdExtensionFamilies.AdExtensions.FindOwn(call, item.AdExtensionId);
        errors.Require(row is not null, AdExtensionFamilies.AdExtensions.Codes.UnknownId);
        if (row is not null)
            errors.Require(call.Session.Links.Exists(FamilyNames.AdExtension, level.Kind, row.Id, item.EntityId ?? 0), level.Missing);
        if (!errors.Ok)
            return null;
        var reasons = EditorialRules.Find(AdExtensionFamilies.AdExtensions.Read(row!)).Select(static r => new AdExtensionEditorialReason
        {
            Location = r.Member,
            Term = r.Term,
            ReasonCode = EditorialRules.ReasonCode,
            PublisherCountries = ["US"],
        });
        return new() { AdExtensionId = row!.Id, Reasons = [.. reasons] };
    }

    private static void CheckCount(int count, int empty, int tooMany)
    {
        if (count == 0)
            throw ApiFaultException.Operation(empty);
        if (count > Max)
            throw ApiFaultException.Operation(tooMany);
    }
}
