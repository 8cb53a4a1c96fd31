namespace BingAds.Reporting;

internal static class ReportNameRules
{
    public static void Apply(ReportRequestCheck check)
    {
        if (check.Request.ReportName is not { } name)
            return;
        if (name.Length > ReportLimits.ReportName)
            check.Refused(2006, "ReportName", $"The name has {name.Length} characters; {ReportLimits.ReportName} are allowed.", "Shorten it, or leave it out.");
        if (name.Contains("<script", StringComparison.OrdinalIgnoreCase))
            check.Refused(2032, "ReportName", "The name holds a script.", "Take it out.");
    }
}
