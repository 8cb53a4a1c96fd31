namespace BingAds.Emulator.Reports.Figures;

/// <summary>An asset group. One that nobody made stands for a campaign that needs one to deliver.</summary>
internal sealed record AssetGroupNode(long Id, string Name, string Status);
