namespace BingAds.Reporting;

/// <summary>Settings of a <see cref="ReportingServiceManager"/> beyond those of its client. They are copied when it is made.</summary>
public sealed class ReportingServiceManagerOptions
{
    /// <summary>
    /// Where the ids of submitted reports are kept, so that the same request is not submitted twice while its report lives. Null (default): in the manager's memory. With a
    /// <see cref="FileReportJobStore"/> a process that is started again goes on with the reports of the one before. One store is for one user: only who submitted a report may ask for it.
    /// </summary>
    public IReportJobStore? Jobs { get; set; }

    /// <summary>
    /// How many reports may run at once; more wait here, each account in its turn. Default 10: the service's own limit is not published, 10 are known to run without refusals or
    /// slower reports, and more bring next to nothing. Reports that this manager submitted count until they are seen to have ended, whoever waits for them.
    /// </summary>
    public int MaxReportsAtOnce { get; set; } = 10;

    /// <summary>
    /// How long a report may be had again after it was submitted; an older one is submitted anew. Default 22 hours: the reference says that the service keeps an id for a
    /// day (a guide says two), and what is left is time to wait for the report and to fetch it.
    /// </summary>
    public TimeSpan RequestLifetime { get; set; } = TimeSpan.FromHours(22);

    /// <summary>
    /// How old a finished report may be whose time is not complete: one that includes today, or a day that ended less than three hours before. Default an hour: clicks come to the service up to
    /// two hours late and conversions three, so a younger one would hardly differ. A report that is still being made is waited for, however old. <see cref="ReportingDownloadParameters.MaxAge"/> wins.
    /// </summary>
    public TimeSpan OpenPeriodMaxAge { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often to look at a report. Null (default): after a second at first, then ever later, up to 15 seconds in the first five minutes and a minute after that, a fifth more or less.
    /// </summary>
    public TimeSpan? StatusPollInterval { get; set; }

    internal ReportingServiceManagerOptions Copy()
    {
        if (StatusPollInterval is { } interval && (interval <= TimeSpan.Zero || !ServiceClientOptions.IsTimeout(interval)))
        {
            throw new ArgumentOutOfRangeException(nameof(StatusPollInterval), interval, "An interval is positive and at most 24 days.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxReportsAtOnce, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RequestLifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(OpenPeriodMaxAge, TimeSpan.Zero);
        return (ReportingServiceManagerOptions)MemberwiseClone();
    }
}
