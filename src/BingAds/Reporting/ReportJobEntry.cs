using System.Diagnostics.CodeAnalysis;
using BingAds.Jobs;

namespace BingAds.Reporting;

/// <summary>What a store keeps of one request: that it is about to be submitted, then which report became of it.</summary>
public sealed record ReportJobEntry
{
    private const string Kind = "report-job";

    /// <summary>When the submission was begun.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>
    /// The report. Null: the submission was begun, and nobody knows whether the service took it, because the process died or the answer was lost. There is no way to find out, so the request is
    /// submitted again.
    /// </summary>
    public ReportingDownloadOperation? Operation { get; init; }

    /// <summary>Makes an entry of the text that <see cref="ToString"/> gave; false if it is no such text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out ReportJobEntry entry)
    {
        entry = null;
        if (JobText.TryRead(text, Kind) is not { } saved || saved.Moment("begun") is not { } begun)
        {
            return false;
        }

        ReportingDownloadOperation? operation = null;
        if (saved.Text("job") is { } job && !ReportingDownloadOperation.TryParse(job, out operation))
        {
            return false;
        }

        entry = new ReportJobEntry { BegunAt = begun, Operation = operation };
        return true;
    }

    /// <summary>The text to keep: one line, nothing secret in it.</summary>
    public override string ToString() => JobText.Begin(Kind).Add("begun", BegunAt).Add("job", Operation?.ToString()).ToString();
}
