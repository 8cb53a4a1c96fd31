using System.Collections;
using System.Globalization;
using BingAds.Contract;
using BingAds.Reporting;

namespace BingAds.Emulator.Reports.Form;

/// <summary>The lines that a report begins with.</summary>
internal static class ReportHead
{
    /// <summary>The line that XML does not have.</summary>
    public const string Rows = "Rows";

    public static IReadOnlyList<ReportHeadLine> Lines(ReportPlan plan, DateTimeOffset created, long rows)
    {
        var question = plan.Question;
        var complete = question.CompleteTo.UtcDateTime.ToString("M/d/yyyy h:mm:ss tt' (GMT)'", CultureInfo.InvariantCulture);
        return
        [
            new("Report Name", question.Request.ReportName is { Length: > 0 } name ? name : $"{question.Type.Name}Report-{Day(DateOnly.FromDateTime(created.UtcDateTime))}"),
            new("Report Time", plan.Period.Count == 1 ? Day(plan.Period.First) : $"{Day(plan.Period.First)}, {Day(plan.Period.Last)}"),
            new("Time Zone", plan.Zone.HeaderText),
            new("Last Completed Available Day", complete),
            new("Last Completed Available Hour", complete),
            new("Report Aggregation", question.Aggregation.ToString()),
            new("Report Filter", Filter(question.Request.FilterOrNull)),
            new("Potential Incomplete Data", plan.IsComplete ? "false" : "true"),
            new(Rows, rows.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static string Day(DateOnly day) => day.ToString("M/d/yyyy", CultureInfo.InvariantCulture);

    /// <summary>How the service words a filter is not known: here by member.</summary>
    private static string Filter(ApiObject? filter)
        => filter is null ? "" : string.Join("; ", filter.MemberNames.Select(n => (Name: n, Value: filter[n])).Where(static m => m.Value is not null).Select(static m => $"{m.Name} = {Words(m.Value!)}"));

    private static string Words(object value) => value is IEnumerable list and not string
        ? string.Join(", ", list.Cast<object?>().Select(static v => Convert.ToString(v, CultureInfo.InvariantCulture)))
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
