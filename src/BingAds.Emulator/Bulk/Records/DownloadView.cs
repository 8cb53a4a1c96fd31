using BingAds.Emulator.Store;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>A download while it is read: which of the stored rows it shows.</summary>
internal sealed class DownloadView(StoreSession session, BulkReadScope scope)
{
    private const int PageRows = 1_000;

    public StoreSession Session { get; } = session;

    public BulkReadScope Scope { get; } = scope;

    public BulkParents Parents { get; } = new(session, scope.Account);

    public bool IsDelta => Scope.Since is not null;

    public bool HasQualityScores => Scope.DataScope.Has(DataScope.QualityScoreData);

    public bool HasBidSuggestions => Scope.DataScope.Has(DataScope.BidSuggestionsData);

    public bool Wants(DownloadEntity entity) => Scope.Entities.Contains(entity);

    /// <summary>Rows of a family whose parent is the account.</summary>
    public IEnumerable<EntityRow> OfAccount(string family) => Pages(family);

    /// <summary>Rows of a family of records that no service models.</summary>
    public IEnumerable<EntityRow> Of(RecordLevel level, string family) => level switch
    {
        RecordLevel.Account => Pages(family),
        RecordLevel.Campaign => OfCampaigns(family),
        RecordLevel.AdGroup => OfAdGroups(family),
        RecordLevel.Keyword => Pages(family).Where(row => IsShown(row, FamilyNames.Keyword)),
        _ => Pages(family).Where(IsChildShown),
    };

    /// <summary>Rows of campaigns.</summary>
    public IEnumerable<EntityRow> Campaigns()
        => Pages(FamilyNames.Campaign).Where(row => Scope.Campaigns?.Contains(row.Id) != false);

    /// <summary>Rows of a family whose parent is a campaign. When a parent was deleted, its own row tells it of the children too.</summary>
    public IEnumerable<EntityRow> OfCampaigns(string family)
    {
        if (!IsDelta && Scope.Campaigns is { } campaigns)
            return campaigns.Order().SelectMany(id => Session.Entities.Children(family, id)).Where(row => row.Account == Scope.Account);
        return Pages(family).Where(row => Scope.Campaigns?.Contains(row.Parent) != false && (!row.Deleted || Parents.Campaign(row.Parent) is { IsAlive: true }));
    }

    /// <summary>Rows of a family whose parent is an ad group.</summary>
    public IEnumerable<EntityRow> OfAdGroups(string family)
    {
        if (!IsDelta && Scope.Campaigns is not null)
            return OfCampaigns(FamilyNames.AdGroup).SelectMany(group => Session.Entities.Children(family, group.Id));
        return Pages(family).Where(row => IsAdGroupShown(row.Parent) && (!row.Deleted || Parents.AdGroup(row.Parent) is { IsAlive: true }));
    }

    /// <summary>Whether something that hangs on an entity belongs to the campaigns of the download.</summary>
    public bool IsTargetShown(string family, long id) => Scope.Campaigns is null || family switch
    {
        FamilyNames.Campaign => IsCampaignShown(id),
        FamilyNames.AdGroup => IsAdGroupShown(id),
        FamilyNames.Ad or FamilyNames.Keyword => Parents.Other(family, id) is { } parent && IsAdGroupShown(parent.Row.Parent),
        FamilyNames.CampaignRecord => Parents.Other(family, id) is { } parent && IsCampaignShown(parent.Row.Parent),
        _ => true,
    };

    /// <summary>Whether an entity is there and not deleted.</summary>
    public bool IsAlive(string family, long id) => family == FamilyNames.Account || Session.Entities.Find(family, id) is not null;

    public bool IsCampaignShown(long campaign) => Scope.Campaigns?.Contains(campaign) != false;

    public bool IsAdGroupShown(long adGroup) => Scope.Campaigns is null || (Parents.AdGroup(adGroup) is { } group && Scope.Campaigns.Contains(group.Row.Parent));

    private bool IsShown(EntityRow row, string parentFamily) => IsTargetShown(parentFamily, row.Parent) && (!row.Deleted || IsAlive(parentFamily, row.Parent));

    // Records hang on those of an account or of a campaign; ids are never the same.
    private bool IsChildShown(EntityRow row)
        => IsShown(row, Parents.Other(FamilyNames.CampaignRecord, row.Parent) is null ? FamilyNames.AccountRecord : FamilyNames.CampaignRecord);

    private IEnumerable<EntityRow> Pages(string family)
    {
        var last = long.MinValue;
        while (true)
        {
            var page = Scope.Since is { } since
                ? Session.Entities.ChangedPage(family, Scope.Account, since, last, PageRows)
                : Session.Entities.Page(family, Scope.Account, last, PageRows);
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < PageRows)
                yield break;
            last = page[^1].Id;
        }
    }
}
