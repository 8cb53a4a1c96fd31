namespace BingAds.Conformance.Reporting;

/// <summary>One thing that was tried, and what was wrong with it.</summary>
/// <param name="Service">The service, such as <c>AdInsight</c>.</param>
/// <param name="Group">The transport, or another heading that results are counted under.</param>
/// <param name="Name">What was tried, such as <c>AddCampaigns#0 rest request</c>.</param>
/// <param name="Problems">Empty when it passed.</param>
public sealed record Check(string Service, string Group, string Name, IReadOnlyList<string> Problems)
{
    public bool Passed => Problems.Count == 0;
}
