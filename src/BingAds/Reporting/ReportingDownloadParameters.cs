using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>Which report to download, and how.</summary>
public sealed class ReportingDownloadParameters
{
    /// <summary>What is asked for; the factories on <see cref="V13.Reporting.ReportRequest"/> make it. Required.</summary>
    public ReportRequest? ReportRequest { get; set; }

    /// <summary>The ad account that the calls name; null (default) for that of the <see cref="AuthorizationData"/>. Whose figures are in the report is said by the request's scope.</summary>
    public long? AccountId { get; set; }

    /// <summary>The customer that the calls name; null (default) for that of the <see cref="AuthorizationData"/>.</summary>
    public long? CustomerId { get; set; }

    /// <summary>Whether the request is checked before it is sent (<see cref="ReportRequestRules"/>). Default true.</summary>
    public bool CheckRequest { get; set; } = true;

    /// <summary>
    /// How long it may take from the call on until the report is made, with all waits for a place; null (default) for as long as it takes. Where many are asked for at once, each counts from its turn.
    /// The job goes on, and the exception has its saved text.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// How old a report of the same request may be that is taken in place of a new one. Null (default): as the manager's options say. <see cref="TimeSpan.Zero"/>: always a new one.
    /// </summary>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>How the file is read; null (default) for what fits the request.</summary>
    public ReportFileReaderOptions? Reading { get; set; }

    /// <summary>Told of the job before anything is waited for, also of one that was there already: save it, and another process can go on. Not for <c>SubmitDownloadAsync</c>, which returns it.</summary>
    public Action<ReportingDownloadOperation>? Submitted { get; set; }

    internal ReportingDownloadParameters Copy()
    {
        if (ReportRequest is null)
        {
            throw new ArgumentException($"Which report? Set {nameof(ReportRequest)}.");
        }

        if (Timeout is { } timeout && !ServiceClientOptions.IsTimeout(timeout))
        {
            throw new ArgumentException($"{nameof(Timeout)} is {timeout}; it is positive and at most 24 days, or infinite.");
        }

        if (MaxAge < TimeSpan.Zero)
        {
            throw new ArgumentException($"{nameof(MaxAge)} is {MaxAge}; it is not negative.");
        }

        var copy = (ReportingDownloadParameters)MemberwiseClone();
        copy.Reading = Reading?.Copy();
        return copy;
    }
}
