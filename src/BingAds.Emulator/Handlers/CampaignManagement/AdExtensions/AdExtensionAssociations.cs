using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;

/// <summary>One extension on one entity: calls and rows of bulk files make and end associations through here.</summary>
internal static class AdExtensionAssociations
{
    private const int PerEntityLimit = 3968;

    /// <summary>Puts an extension on an entity, or takes it off.</summary>
    public static void Apply(CallContext call, AdExtensionLevel level, long? extension, long? entity, bool isDeletion, ItemErrors errors)
    {
        var row = AdExtensionFamilies.AdExtensions.FindOwn(call, extension);
        errors.Require(row is not null, AdExtensionFamilies.AdExtensions.Codes.UnknownId);
        errors.Require(entity is { } known && level.Owns(call, known), level.UnknownEntity);
        if (!errors.Ok)
            return;
        if (isDeletion)
        {
            errors.Require(call.Session.Links.Delete(FamilyNames.AdExtension, level.Kind, row!.Id, entity!.Value), level.Missing);
            return;
        }

        errors.Require(level.Allows(row!.Kind), level.TypeNotAllowed);
        if (!call.Session.Links.Exists(FamilyNames.AdExtension, level.Kind, row.Id, entity!.Value))
            errors.Require(Count(call.Session, level, entity.Value, row.Kind) < AdExtensionLevel.MaxPerEntity(row.Kind), PerEntityLimit);
        if (errors.Ok)
            call.Session.Links.Set(FamilyNames.AdExtension, level.Kind, row.Id, entity.Value, call.Account.Id);
    }

    /// <summary>The extensions on one entity.</summary>
    public static IEnumerable<EntityRow> On(StoreSession session, AdExtensionLevel level, long entity)
        => session.Links.To(FamilyNames.AdExtension, level.Kind, entity).Select(l => session.Entities.Find(FamilyNames.AdExtension, l.Source)).OfType<EntityRow>();

    private static int Count(StoreSession session, AdExtensionLevel level, long entity, string? type) => On(session, level, entity).Count(r => r.Kind == type);
}
