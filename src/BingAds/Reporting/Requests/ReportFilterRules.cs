using BingAds.Contract;

namespace BingAds.Reporting;

/// <summary>The lists in a filter: not too long, and nothing empty or too long in them.</summary>
internal static class ReportFilterRules
{
    public static void Apply(ReportRequestCheck check)
    {
        if (check.Request.FilterOrNull is not { } filter)
            return;
        Texts(check, filter, "Keywords", ReportLimits.Keywords, ReportLimits.Keyword, 2046, 2045, 2033);
        Texts(check, filter, "SearchQueries", ReportLimits.SearchQueries, ReportLimits.SearchQuery, 2044, 2043, 2042);
        if (Value(filter, "GoalIds") is List<long> goals && goals.Count > ReportLimits.Goals)
            check.Refused(2047, "Filter.GoalIds", $"There are {goals.Count} goals; {ReportLimits.Goals} are allowed.", "Ask for several reports.");
    }

    private static void Texts(ReportRequestCheck check, ApiObject filter, string member, int maxItems, int maxLength, int tooMany, int tooLong, int notValid)
    {
        if (Value(filter, member) is not List<string> texts)
            return;
        var path = "Filter." + member;
        if (texts.Count > maxItems)
            check.Refused(tooMany, path, $"There are {texts.Count} texts; {maxItems} are allowed.", "Ask for several reports, or filter the rows.");
        if (texts.Find(t => t?.Length > maxLength) is { } text)
            check.Refused(tooLong, path, $"A text has {text.Length} characters; {maxLength} are allowed.", "Shorten it, or filter the rows.");
        if (texts.Exists(string.IsNullOrWhiteSpace))
            check.Refused(notValid, path, "A text is empty.", "Leave it out.");
    }

    private static object? Value(ApiObject filter, string member) => filter.WireType.IndexOf(member) is >= 0 and var index ? filter.GetMember(index) : null;
}
