namespace BingAds.Emulator.Reports.Figures;

/// <summary>What has one rate of a measure.</summary>
internal enum MeasureScope
{
    Slice,
    Leaf,
    Campaign,
}
