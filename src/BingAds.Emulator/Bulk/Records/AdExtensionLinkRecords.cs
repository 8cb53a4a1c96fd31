using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows that put ad extensions on the account, on campaigns and on ad groups.</summary>
internal sealed class AdExtensionLinkRecords()
    : LinkRecords(FamilyNames.AdExtension, [.. RecordTypes.All.Where(static s => s.SourceType is { } source && AdExtensionRows.Types.Contains(source))])
{
    private static readonly (AdExtensionLevel Level, string Prefix)[] s_levels =
        [(AdExtensionLevel.Account, "Account "), (AdExtensionLevel.Campaign, "Campaign "), (AdExtensionLevel.AdGroup, "Ad Group ")];

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        var spec = RecordTypes.Get(row.RecordType);
        var extension = turn.Number(row, RecordColumns.Id, spec.UnknownId) is { } id ? turn.Resolve(FamilyNames.AdExtension, id) : null;
        var isOfType = AdExtensionFamilies.AdExtensions.FindOwn(turn.Call, extension) is { } stored && AdExtensionRows.TypeOf(stored.Kind) == spec.SourceType;
        turn.Errors.Require(isOfType, spec.UnknownId);
        if (!turn.Errors.Ok || GenericParents.Find(turn, row, spec) is not { } target)
            return null;
        var level = Array.Find(s_levels, l => spec.Type.StartsWith(l.Prefix, StringComparison.Ordinal)).Level;
        AdExtensionAssociations.Apply(turn.Call, level, extension, target, row.IsDeletion(), turn.Errors);
        if (!turn.Errors.Ok)
            return null;
        var link = turn.Session.Links.Find(Family, level.Kind, extension!.Value, target)!;
        return Show(turn.Parents, spec, link, CellsOf(turn.Parents, link));
    }

    protected override string? TypeOf(DownloadView view, LinkRow link)
        => AdExtensionRows.TypeOf(view.Session.Entities.FindAny(FamilyNames.AdExtension, link.Source)?.Kind) is { } type
            ? Array.Find(s_levels, l => l.Level.Kind == link.Kind).Prefix + type
            : null;

    protected override CellMap? CellsOf(BulkParents parents, LinkRow link)
    {
        if (parents.Session.Entities.FindAny(FamilyNames.AdExtension, link.Source) is not { } row)
            return null;
        var isRefused = EditorialRules.Find(AdExtensionFamilies.AdExtensions.Read(row)).Any();
        return new CellMap { ["Editorial Status"] = isRefused ? "Disapproved" : "Active" };
    }
}
