namespace BingAds.Reporting;

/// <summary>A line about the report, such as <c>Report Name: daily</c>.</summary>
/// <param name="Name">What stands before the colon.</param>
/// <param name="Value">What stands behind it, without the white space around.</param>
public readonly record struct ReportHeaderLine(string Name, string Value);
