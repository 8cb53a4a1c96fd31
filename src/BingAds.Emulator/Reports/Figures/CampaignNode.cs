using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>A campaign of a report.</summary>
internal sealed class CampaignNode(AccountNode account, EntityRow row) : Stored<Campaign>(row)
{
    public AccountNode Account { get; } = account;

    /// <summary>As the API names it: <c>Search</c>, <c>Shopping</c>, <c>PerformanceMax</c>…</summary>
    public string Type { get; } = string.IsNullOrEmpty(row.Kind) ? "Search" : row.Kind;

    public ulong Number { get; } = account.World.NumberOf(1, row.Id);
}
