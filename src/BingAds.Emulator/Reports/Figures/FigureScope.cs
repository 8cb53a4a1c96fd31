using BingAds.Reporting;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Which entities the scope of a request leaves in; an empty one leaves in all.</summary>
internal sealed class FigureScope
{
    private readonly HashSet<long> _accounts = [];
    private readonly HashSet<long> _campaigns = [];
    private readonly HashSet<long> _groups = [];
    private readonly HashSet<long> _campaignsInPart = [];
    private readonly bool _isEmpty;

    public FigureScope(ReportScopes? scopes)
    {
        _isEmpty = scopes is null or { IsEmpty: true };
        if (_isEmpty)
            return;
        _accounts.UnionWith(scopes!.Accounts);
        _campaigns.UnionWith(scopes.Campaigns.Select(static c => c?.CampaignId ?? 0));
        foreach (var (campaign, group) in scopes.AdGroups.Select(static g => (g?.CampaignId ?? 0, g?.AdGroupId ?? 0))
            .Concat(scopes.AssetGroups.Select(static g => (g?.CampaignId ?? 0, g?.AssetGroupId ?? 0))))
        {
            _groups.Add(group);
            _campaignsInPart.Add(campaign);
        }
    }

    /// <summary>Whether the campaign or anything of it is in the scope.</summary>
    public bool HasPartOf(CampaignNode campaign) => HasAllOf(campaign) || _campaignsInPart.Contains(campaign.Id);

    /// <summary>Whether a group of any kind is in the scope.</summary>
    public bool Has(CampaignNode campaign, long? group) => HasAllOf(campaign) || (group is { } id && _groups.Contains(id));

    private bool HasAllOf(CampaignNode campaign) => _isEmpty || _accounts.Contains(campaign.Account.Id) || _campaigns.Contains(campaign.Id);
}
