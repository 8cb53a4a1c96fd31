using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>An account of a report.</summary>
internal sealed class AccountNode(EntityRow row, FigureWorld world) : Stored<AdvertiserAccount>(row)
{
    public FigureWorld World { get; } = world;

    public string Currency => Body.CurrencyCode?.ToString() ?? "USD";
}
