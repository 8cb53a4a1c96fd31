using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>An ad of a report.</summary>
internal sealed class AdNode(EntityRow row) : Stored<Ad>(row);
