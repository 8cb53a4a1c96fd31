using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk;

/// <summary>All negative sites of one ad group.</summary>
public sealed class BulkAdGroupNegativeSites : BulkNegativeSites
{
    private readonly List<BulkAdGroupNegativeSite> _sites = [];
    private BulkAdGroupNegativeSite? _first;

    /// <inheritdoc/>
    public override string RecordType => "Ad Group Negative Site";

    /// <summary>The ad group's id and its sites, as the service takes them.</summary>
    public AdGroupNegativeSites? AdGroupNegativeSites { get; set; }

    /// <summary>Name of the ad group; column <c>Ad Group</c>.</summary>
    public string? AdGroupName { get; set; }

    /// <summary>The rows that were read, one a site.</summary>
    public IReadOnlyList<BulkAdGroupNegativeSite> NegativeSites => _sites;

    internal override IEnumerable<SingleRecordBulkEntity> Children => _sites;

    private protected override IReadOnlyList<string>? Sites => AdGroupNegativeSites is { } api ? api.NegativeSites ?? [] : null;

    internal override bool TryAdd(SingleRecordBulkEntity entity)
    {
        if (entity is not BulkAdGroupNegativeSite site || _first is not { } first || !IsSame(site, first))
        {
            return false;
        }

        Add(site);
        return true;
    }

    internal override void Close()
    {
        Status = _sites.Count > 0 ? Bulk.Status.Active : Bulk.Status.Deleted;
        AdGroupNegativeSites = new AdGroupNegativeSites { AdGroupId = _first?.AdGroupId, NegativeSites = [.. _sites.Select(static s => s.Website ?? "")] };
    }

    private protected override void Open(SingleRecordBulkEntity entity)
    {
        _first = (BulkAdGroupNegativeSite)entity;
        Line = entity.Line;
        Source = entity.Source;
        HasAll = _first.Status == Bulk.Status.Deleted; // Also with a website: that is how the format's own reader takes it.
        CampaignName = _first.CampaignName;
        AdGroupName = _first.AdGroupName;
        Add(_first);
    }

    private protected override SingleRecordBulkEntity Row(string? website, Status? status) => new BulkAdGroupNegativeSite
    {
        AdGroupId = AdGroupNegativeSites?.AdGroupId ?? 0, CampaignName = CampaignName, AdGroupName = AdGroupName, Website = website, Status = status,
    };

    private static bool IsSame(BulkAdGroupNegativeSite site, BulkAdGroupNegativeSite first) =>
        site.AdGroupId == first.AdGroupId
            || (!string.IsNullOrEmpty(site.CampaignName) && !string.IsNullOrEmpty(site.AdGroupName)
                && site.CampaignName == first.CampaignName && site.AdGroupName == first.AdGroupName);

    private void Add(BulkAdGroupNegativeSite site)
    {
        if (IsForAll(site.Website, site.Status))
        {
            TakeAll(site);
            return;
        }

        _sites.Add(site);
        Last = site;
    }
}
