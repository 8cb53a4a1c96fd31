using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk;

/// <summary>All negative sites of one campaign.</summary>
public sealed class BulkCampaignNegativeSites : BulkNegativeSites
{
    private readonly List<BulkCampaignNegativeSite> _sites = [];
    private BulkCampaignNegativeSite? _first;

    /// <inheritdoc/>
    public override string RecordType => "Campaign Negative Site";

    /// <summary>The campaign's id and its sites, as the service takes them.</summary>
    public CampaignNegativeSites? CampaignNegativeSites { get; set; }

    /// <summary>The rows that were read, one a site.</summary>
    public IReadOnlyList<BulkCampaignNegativeSite> NegativeSites => _sites;

    internal override IEnumerable<SingleRecordBulkEntity> Children => _sites;

    private protected override IReadOnlyList<string>? Sites => CampaignNegativeSites is { } api ? api.NegativeSites ?? [] : null;

    internal override bool TryAdd(SingleRecordBulkEntity entity)
    {
        if (entity is not BulkCampaignNegativeSite site || _first is not { } first || !IsSame(site, first))
        {
            return false;
        }

        Add(site);
        return true;
    }

    internal override void Close()
    {
        Status = _sites.Count > 0 ? Bulk.Status.Active : Bulk.Status.Deleted;
        CampaignNegativeSites = new CampaignNegativeSites { CampaignId = _first?.CampaignId, NegativeSites = [.. _sites.Select(static s => s.Website ?? "")] };
    }

    private protected override void Open(SingleRecordBulkEntity entity)
    {
        _first = (BulkCampaignNegativeSite)entity;
        Line = entity.Line;
        Source = entity.Source;
        HasAll = _first.Status == Bulk.Status.Deleted; // Also with a website: that is how the format's own reader takes it.
        CampaignName = _first.CampaignName;
        Add(_first);
    }

    private protected override SingleRecordBulkEntity Row(string? website, Status? status) => new BulkCampaignNegativeSite
    {
        CampaignId = CampaignNegativeSites?.CampaignId ?? 0, CampaignName = CampaignName, Website = website, Status = status,
    };

    private static bool IsSame(BulkCampaignNegativeSite site, BulkCampaignNegativeSite first) =>
        site.CampaignId == first.CampaignId || (!string.IsNullOrEmpty(site.CampaignName) && site.CampaignName == first.CampaignName);

    private void Add(BulkCampaignNegativeSite site)
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
