using System.Diagnostics.CodeAnalysis;
using BingAds.Jobs;

namespace BingAds.Reporting;

/// <summary>
/// A report that the service has taken: what is needed to wait for it and to read it, from any process. <see cref="ToString"/> gives a line to keep, without anything secret, and
/// <see cref="Parse"/> makes the same of it. Two are equal if their lines are.
/// </summary>
/// <remarks>
/// The service keeps a report for a day at least (<see href="https://learn.microsoft.com/en-us/advertising/reporting-service/submitgeneratereport?view=bingads-13">reference</see>), and only the
/// same user may ask for it.
/// </remarks>
/// <example>
/// <code>
/// var operation = await manager.SubmitDownloadAsync(request);
/// File.WriteAllText("report.txt", operation.ToString());
///
/// // Later, perhaps in another process:
/// var again = ReportingDownloadOperation.Parse(File.ReadAllText("report.txt"));
/// await using var reader = await manager.DownloadReportAsync(again);
/// </code>
/// </example>
public sealed record ReportingDownloadOperation : IParsable<ReportingDownloadOperation>
{
    private const string Kind = "report";

    /// <summary>The service's id of the report.</summary>
    public required string RequestId { get; init; }

    /// <summary>The ad account that the calls name; null if none was sent.</summary>
    public long? AccountId { get; init; }

    /// <summary>The customer that the calls name; null if none was sent.</summary>
    public long? CustomerId { get; init; }

    /// <summary>Where the service is.</summary>
    public ApiEnvironment Environment { get; init; }

    /// <summary>When the service had taken the request.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The service's id of the call that submitted it, for its support.</summary>
    public string? TrackingId { get; init; }

    /// <summary>Under what a store of jobs keeps it: the same for the same request. Null for an operation that was made by hand.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Type of the report, such as <c>KeywordPerformance</c>; null if it is not known.</summary>
    public string? ReportType { get; init; }

    /// <summary>Name of the report; null if the request has none.</summary>
    public string? ReportName { get; init; }

    /// <summary>The first day; null for a report without a time, or one whose days only the service can tell.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, itself included.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Name of the time zone, as in the request; null for a report without a time.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What one row stands for in time, as in the request; null for a report without.</summary>
    public string? Aggregation { get; init; }

    /// <summary>Form of the file.</summary>
    public ReportFileFormat Format { get; init; }

    /// <summary>The columns that were asked for, in their order; empty if they are not known.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Whether the file was asked for without the lines about the report.</summary>
    public bool ExcludesHeader { get; init; }

    /// <summary>Whether the file was asked for without its last line.</summary>
    public bool ExcludesFooter { get; init; }

    /// <summary>Whether the file was asked for without the names of the columns.</summary>
    public bool ExcludesColumnHeaders { get; init; }

    /// <summary>Whether it was there already: submitted before, for the same request. Not a part of the saved text.</summary>
    public bool IsReused { get; init; }

    /// <summary>Makes an operation of the text that <see cref="ToString"/> gave.</summary>
    /// <exception cref="FormatException">It is no such text, or one of a later version.</exception>
    public static ReportingDownloadOperation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var operation) ? operation : throw new FormatException("This is not the saved text of a report, or it is one of a later version.");
    }

    /// <summary>Makes an operation of the text that <see cref="ToString"/> gave; false if it is no such text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out ReportingDownloadOperation operation)
    {
        operation = null;
        if (JobText.TryRead(text, Kind) is not { } saved || saved.Text("id") is not { Length: > 0 } id
            || !Enum.TryParse<ApiEnvironment>(saved.Text("environment"), out var environment) || !Enum.IsDefined(environment))
        {
            return false;
        }

        operation = new ReportingDownloadOperation
        {
            RequestId = id,
            AccountId = saved.Number("account"),
            CustomerId = saved.Number("customer"),
            Environment = environment,
            SubmittedAt = saved.Moment("at"),
            TrackingId = saved.Text("tracking"),
            RequestKey = saved.Text("key"),
            ReportType = saved.Text("type"),
            ReportName = saved.Text("name"),
            StartDate = saved.Day("from"),
            EndDate = saved.Day("to"),
            TimeZone = saved.Text("zone"),
            Aggregation = saved.Text("by"),
            Format = saved.Text("format") switch { "tsv" => ReportFileFormat.Tsv, "xml" => ReportFileFormat.Xml, _ => ReportFileFormat.Csv },
            Columns = saved.Text("columns") is { Length: > 0 } columns ? columns.Split(',') : [],
            ExcludesHeader = saved.Text("header") == "no",
            ExcludesFooter = saved.Text("footer") == "no",
            ExcludesColumnHeaders = saved.Text("names") == "no",
        };
        return true;
    }

    static ReportingDownloadOperation IParsable<ReportingDownloadOperation>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ReportingDownloadOperation>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ReportingDownloadOperation result) => TryParse(s, out result);

    /// <summary>The text to keep: one line, nothing secret in it.</summary>
    public override string ToString() => JobText.Begin(Kind)
        .Add("id", RequestId)
        .Add("account", AccountId)
        .Add("customer", CustomerId)
        .Add("environment", Environment.ToString())
        .Add("at", SubmittedAt)
        .Add("tracking", TrackingId)
        .Add("key", RequestKey)
        .Add("type", ReportType)
        .Add("name", ReportName)
        .Add("from", StartDate)
        .Add("to", EndDate)
        .Add("zone", TimeZone)
        .Add("by", Aggregation)
        .Add("format", Format switch { ReportFileFormat.Tsv => "tsv", ReportFileFormat.Xml => "xml", _ => null })
        .Add("columns", Columns.Count == 0 ? null : string.Join(',', Columns))
        .Add("header", ExcludesHeader ? "no" : null)
        .Add("footer", ExcludesFooter ? "no" : null)
        .Add("names", ExcludesColumnHeaders ? "no" : null)
        .ToString();

    /// <summary>Whether both have the same text.</summary>
    public bool Equals(ReportingDownloadOperation? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => RequestId.GetHashCode(StringComparison.Ordinal);

    internal CallOptions CallOptions => new() { AccountId = AccountId, CustomerId = CustomerId };
}
