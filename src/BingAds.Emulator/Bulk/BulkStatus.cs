using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk;

/// <summary>What a caller is told of a job: its state, held back as long as the options ask for.</summary>
internal readonly record struct BulkStatus(string Status, int PercentComplete)
{
    /// <param name="job">As stored; the present question is counted.</param>
    /// <param name="options">How long jobs take.</param>
    /// <param name="now">By the emulator's clock.</param>
    public static BulkStatus Of(Job job, EmulatorBulkOptions options, DateTime now)
    {
        if (job.Received is not { } received)
            return now < job.Created + options.UploadUrlLifetime ? new(Job.Pending, 0) : new(Job.Expired, 0);
        var isHeld = job.Asked <= options.JobPolls || now < received + options.JobDuration;
        if (!job.IsFinal || isHeld)
            return new(job.State == Job.Uploaded ? Job.Uploaded : Job.InProgress, Percent(job, options, now - received));
        return new(job.State, job.Succeeded ? 100 : 0);
    }

    private static int Percent(Job job, EmulatorBulkOptions options, TimeSpan passed)
    {
        var part = job.Rows > 0 && !job.IsFinal ? (double)job.Done / job.Rows : 1;
        if (options.JobDuration > TimeSpan.Zero)
            part = Math.Min(part, passed / options.JobDuration);
        if (options.JobPolls > 0)
            part = Math.Min(part, job.Asked / (options.JobPolls + 1.0));
        return job.State == Job.Uploaded || (!job.IsFinal && job.Rows == 0) ? 0 : Math.Min((int)(part * 100), 99);
    }
}
