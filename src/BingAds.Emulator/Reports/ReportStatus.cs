using BingAds.Emulator.Store;

namespace BingAds.Emulator.Reports;

/// <summary>What a caller is told of a report: its state, held back as long as the options ask for.</summary>
internal static class ReportStatus
{
    public const string Pending = "Pending";
    public const string Success = "Success";
    public const string Error = "Error";

    /// <param name="job">As stored; the present question is counted.</param>
    /// <param name="options">How long reports take.</param>
    /// <param name="now">By the emulator's clock.</param>
    public static string Of(Job job, EmulatorReportOptions options, DateTime now)
    {
        if (!job.IsFinal || job.Asked <= options.JobPolls || now < job.Created + options.JobDuration)
            return Pending;
        return job.State switch
        {
            Job.Completed => Success,
            Job.Failed => Error,
            var planned => planned,
        };
    }
}
