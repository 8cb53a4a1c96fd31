namespace BingAds.Analytics;

/// <summary>What became of a cell.</summary>
internal enum CellOutcome : byte
{
    /// <summary>A value or, where the service had none, null.</summary>
    Taken,

    /// <summary>The number is a bound of the value (<c>&lt;1%</c>) and was taken for it.</summary>
    Bound,

    /// <summary>No value of the column's type; null stands in its place.</summary>
    Bad,
}
