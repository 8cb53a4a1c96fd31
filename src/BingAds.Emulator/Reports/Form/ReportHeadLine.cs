namespace BingAds.Emulator.Reports.Form;

/// <summary>One line about the report.</summary>
/// <param name="Name">As text files call it, with blanks.</param>
/// <param name="Value">What it tells.</param>
internal readonly record struct ReportHeadLine(string Name, string Value);
