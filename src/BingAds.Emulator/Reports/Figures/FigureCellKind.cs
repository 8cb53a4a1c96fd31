namespace BingAds.Emulator.Reports.Figures;

/// <summary>What a cell of a row is.</summary>
internal enum FigureCellKind
{
    /// <summary>A column of a newer version, of which nothing is known.</summary>
    Unknown,
    Period,

    /// <summary>An attribute of an account, a campaign, a group or a keyword.</summary>
    Entity,

    /// <summary>An attribute that differs from slice to slice.</summary>
    Slice,
    Statistic,
}
