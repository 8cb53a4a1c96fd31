namespace BingAds.Conformance.Compare;

/// <summary>One place where two bodies say different things.</summary>
public sealed record Difference(string Path, string Expected, string Actual)
{
    private const int Shown = 160;

    public override string ToString() => $"{Path}: expected {Shorten(Expected)}, got {Shorten(Actual)}";

    /// <summary>Values may be hundreds of characters long; a report line is for people.</summary>
    private static string Shorten(string text) => text.Length <= Shown ? text : string.Concat(text.AsSpan(0, Shown), "…");
}
