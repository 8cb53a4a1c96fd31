namespace BingAds.Emulator;

/// <summary>How long reports take, how many may be under way, how long their links live.</summary>
public sealed class EmulatorReportOptions
{
    /// <summary>How long a report is told to be pending at least, by the emulator's clock. Default zero: it is done when its work is.</summary>
    public TimeSpan JobDuration { get; set; }

    /// <summary>How many status calls find a report pending, however fast its work was. Default 0.</summary>
    public int JobPolls { get; set; }

    /// <summary>Life of a link to a report; each status call gives a new one. Default 5 minutes.</summary>
    public TimeSpan ResultUrlLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a report can be asked for. Default two days; some pages of the service say one.</summary>
    public TimeSpan RequestLifetime { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Most reports of one user that may be pending at once; one more submission answers 207. Null, the default: no limit.</summary>
    public int? MaxReportsAtOnce { get; set; }

    /// <summary>Whether a report without rows is a file that says so. Default false: it succeeds without a link, as the service's do.</summary>
    public bool EmptyReportsHaveFile { get; set; }

    /// <summary>Whether only the reports that the service's sandbox offers have data; all others succeed without a link. Default false.</summary>
    public bool SandboxReportsOnly { get; set; }

    /// <summary>Whether a part of a file can be asked for. Default true; if false, the whole file always comes.</summary>
    public bool AcceptRanges { get; set; } = true;

    /// <summary>How long figures take until they are complete. Default three hours.</summary>
    public TimeSpan DataDelay { get; set; } = TimeSpan.FromHours(3);

    /// <summary>How far figures go back before an entity was made, so that a new world has a past. Default three years and a day, as far as the service keeps most.</summary>
    public TimeSpan History { get; set; } = TimeSpan.FromDays((3 * 365) + 1);

    internal void Validate(List<string> errors)
    {
        if (JobDuration < TimeSpan.Zero || JobPolls < 0)
            errors.Add("Reports.JobDuration and Reports.JobPolls must not be negative.");
        if (DataDelay < TimeSpan.Zero || History < TimeSpan.Zero)
            errors.Add("Reports.DataDelay and Reports.History must not be negative.");
        if (ResultUrlLifetime <= TimeSpan.Zero || RequestLifetime <= TimeSpan.Zero)
            errors.Add("Reports.ResultUrlLifetime and Reports.RequestLifetime must be longer than zero.");
        if (MaxReportsAtOnce < 1)
            errors.Add("Reports.MaxReportsAtOnce must be 1 or more, or null.");
    }
}
