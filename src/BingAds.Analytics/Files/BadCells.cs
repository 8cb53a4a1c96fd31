namespace BingAds.Analytics;

/// <summary>What becomes of a cell that is no value of its column's type, such as a text in a column of numbers.</summary>
public enum BadCells
{
    /// <summary>A <see cref="FormatException"/> that tells column, line and text; nothing is written.</summary>
    Fail,

    /// <summary>Null, and it is counted in the result.</summary>
    Null,
}
