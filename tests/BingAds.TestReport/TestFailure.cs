namespace BingAds.TestReport;

/// <summary>A test or a check that did not pass.</summary>
internal sealed record TestFailure(string Test, string Outcome, string Reason);
