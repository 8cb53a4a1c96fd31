using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>An ad group of a report, with its ads.</summary>
internal sealed class GroupNode(CampaignNode campaign, EntityRow row) : Stored<AdGroup>(row)
{
    private Dictionary<long, AdNode>? _adsById;

    public CampaignNode Campaign { get; } = campaign;

    public ulong Number { get; } = campaign.Account.World.NumberOf(2, row.Id);

    public IReadOnlyList<AdNode> Ads => field ??= [.. FigureRows.Children(Campaign.Account.World.Session, FamilyNames.Ad, Id).Select(r => new AdNode(r))];

    public AdNode? Ad(long id) => (_adsById ??= Ads.ToDictionary(static a => a.Id)).GetValueOrDefault(id);
}
