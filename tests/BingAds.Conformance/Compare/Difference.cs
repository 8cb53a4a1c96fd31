namespace BingAds.Conformance.Compare;

/// <summary>One place where two bodies say different things.</summary>
public sealed record Difference(string Path, string Expected, string Actual)
{
    private const int Shown = 160;

    public override string ToString() => $"{Path}: expected {Shorten(Expected)}, got {Shorten(Actual)}";

    /// <summary>Values may be hundreds of characters long and hold line breaks; a report line is one line, for people.</summary>
    private static string Shorten(string text)
    {
        var line = text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return line.Length <= Shown ? line : string.Concat(line.AsSpan(0, Shown), "…");
    }
}
