using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows of the negative sites of campaigns or ad groups, one a site. A deletion without a site empties the whole list.</summary>
internal sealed class NegativeSiteRecords(RecordLevel level) : RecordKind
{
    private const int InvalidUrl = SiteRules.InvalidUrl;

    private readonly RecordSpec _spec = RecordTypes.Get(level == RecordLevel.Campaign ? "Campaign Negative Site" : "Ad Group Negative Site");

    public override IEnumerable<string> Types => [_spec.Type];

    private string Kind => RecordFamilies.ParentOf(_spec);

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        if (!view.Wants(level == RecordLevel.Campaign ? DownloadEntity.CampaignNegativeSites : DownloadEntity.AdGroupNegativeSites))
            yield break;
        var links = view.Scope.Since is { } since
            ? view.Session.Links.ChangedSince(FamilyNames.NegativeSites, view.Scope.Account, since)
            : view.Session.Links.OfAccount(FamilyNames.NegativeSites, view.Scope.Account);
        foreach (var link in links.Where(l => l.Kind == Kind && !l.Deleted && view.IsTargetShown(l.Kind, l.Target)))
        {
            // The list is kept as a whole, so a change of it is told as "none but these".
            if (view.IsDelta)
                yield return Show(view.Parents, link, null);
            foreach (var site in NegativeSites.Of(link))
            {
                yield return Show(view.Parents, link, site);
            }
        }
    }

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        if (GenericParents.Find(turn, row, _spec) is not { } parent)
            return null;
        var site = row.Text(RecordColumns.Website);
        var sites = NegativeSites.Of(turn.Session, Kind, parent);
        if (row.IsDeletion())
        {
            if (site is null)
                sites.Clear();
            else
                turn.Errors.Require(sites.RemoveAll(s => SiteRules.Fold(s) == SiteRules.Fold(site)) > 0, InvalidUrl);
        }
        else if (site is null)
        {
            turn.Errors.Fail(InvalidUrl);
        }
        else if (!sites.Exists(s => SiteRules.Fold(s) == SiteRules.Fold(site)))
        {
            sites.Add(site);
            NegativeSites.Check(sites, turn.Errors);
        }

        if (!turn.Errors.Ok)
            return null;
        NegativeSites.Set(turn.Call, Kind, parent, sites);
        return row.IsDeletion() ? null : Show(turn.Parents, turn.Session.Links.Find(FamilyNames.NegativeSites, Kind, parent, parent)!, site);
    }

    private SingleRecordBulkEntity Show(BulkParents parents, LinkRow link, string? site)
    {
        var record = RawRecord.Create(_spec.Type, null, link.Target, site is null ? "Deleted" : "Active");
        RawRecord.Set(record, "Website", site);
        GenericParents.ShowNames(parents, _spec, link.Target, record);
        return RawRecord.Stamp(record, link.Changed);
    }
}
