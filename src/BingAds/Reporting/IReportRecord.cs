namespace BingAds.Reporting;

/// <summary>A class that is made from a row: one of those for the common reports, or your own.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <example>
/// <code>
/// public sealed record ClicksOfDay(DateOnly? Day, long Clicks) : IReportRecord&lt;ClicksOfDay&gt;
/// {
///     public static ClicksOfDay Read(ReportRow row) => new(row["TimePeriod"].ParseDateOrNull(), row["Clicks"].ParseOrNull&lt;long&gt;() ?? 0);
/// }
/// </code>
/// </example>
public interface IReportRecord<TSelf>
    where TSelf : IReportRecord<TSelf>
{
    /// <summary>Makes one from the row at which the reader stands.</summary>
    static abstract TSelf Read(ReportRow row);
}
