namespace BingAds.Emulator.Reports.Figures;

/// <summary>A negative keyword, and where it was put.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsExact">Whether it blocks only searches that are just the same.</param>
/// <param name="Level">What it is put on.</param>
internal sealed record Negative(long Id, string Text, bool IsExact, string Level)
{
    /// <summary>The shared list it is in.</summary>
    public (long Id, string? Name)? List { get; init; }
}
