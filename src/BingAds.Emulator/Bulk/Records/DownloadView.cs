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

    public bool IsCampaignShown(long campaign) => Scope.Campaigns?.Contains(campaign) != false;

    public bool IsAdGroupShown(long adGroup) => Scope.Campaigns is null || (Parents.AdGroup(adGroup) is { } group && Scope.Campaigns.Contains(group.Row.Parent));

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
