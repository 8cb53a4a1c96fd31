using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows that put labels on campaigns, ad groups, keywords and ads.</summary>
internal sealed class LabelLinkRecords() : LinkRecords(FamilyNames.Label, [.. RecordTypes.All.Where(static s => s.Type.EndsWith(" Label", StringComparison.Ordinal))])
{
    private const int EntityIdInvalid = 5425;

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        var kind = KindOf(row.RecordType);
        var label = turn.Number(row, RecordColumns.Id, CampaignFamilies.Labels.Codes.UnknownId) is { } id ? turn.Resolve(FamilyNames.Label, id) : null;
        var target = TargetOf(turn, row, kind);
        if (turn.Errors.Ok)
            LabelAssociationHandlers.Apply(turn.Call, kind, label, target, row.IsDeletion(), turn.Errors);
        return turn.Errors.Ok
            ? Show(turn.Parents, RecordTypes.Get(row.RecordType), turn.Session.Links.Find(Family, kind, label!.Value, target!.Value)!, null)
            : null;
    }

    protected override string? TypeOf(DownloadView view, LinkRow link) => link.Kind switch
    {
        FamilyNames.Campaign => "Campaign Label",
        FamilyNames.AdGroup => "Ad Group Label",
        FamilyNames.Keyword => "Keyword Label",
        _ => AdRows.TypeOf(view.Session.Entities.FindAny(FamilyNames.Ad, link.Target)?.Kind) is { } ad ? ad + " Label" : null,
    };

    private static string KindOf(string type) => type switch
    {
        "Campaign Label" => FamilyNames.Campaign,
        "Ad Group Label" => FamilyNames.AdGroup,
        "Keyword Label" => FamilyNames.Keyword,
        _ => FamilyNames.Ad,
    };

    private static long? TargetOf(UploadTurn turn, UploadedRow row, string kind)
    {
        if (kind == FamilyNames.Campaign)
            return turn.CampaignOf(row)?.Id;
        if (kind == FamilyNames.AdGroup)
            return turn.AdGroupOf(row)?.Id;
        var target = turn.Number(row, RecordColumns.ParentId, EntityIdInvalid) is { } id ? turn.Resolve(kind, id) : null;
        if (kind == FamilyNames.Ad && target is { } ad && turn.Session.Entities.Find(kind, ad) is { } stored)
            turn.Errors.Require(AdRows.TypeOf(stored.Kind) + " Label" == row.RecordType, EntityIdInvalid);
        return target;
    }
}
