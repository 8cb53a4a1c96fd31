namespace BingAds.Reporting;

/// <summary>Two groups of columns of which only one may be in a request.</summary>
internal sealed class ReportClash(string[] one, string[] other)
{
    public IReadOnlyList<string> One { get; } = one;

    public IReadOnlyList<string> Other { get; } = other;
}
