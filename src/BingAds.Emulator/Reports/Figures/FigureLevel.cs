namespace BingAds.Emulator.Reports.Figures;

/// <summary>Levels of entities, from all to the finest.</summary>
internal enum FigureLevel
{
    All,
    Account,
    Campaign,
    Group,
    AssetGroup,
    Keyword,

    /// <summary>Below the groups, beside the keywords.</summary>
    Ad,
}
