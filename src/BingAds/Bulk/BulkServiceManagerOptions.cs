namespace BingAds.Bulk;

/// <summary>Settings of a <see cref="BulkServiceManager"/> beyond those of its client. They are copied when it is made.</summary>
public sealed class BulkServiceManagerOptions
{
    /// <summary>
    /// How often to look at a job. Null (default): after a second at first, then ever later, up to 15 seconds in the first five minutes and a minute after that.
    /// </summary>
    public TimeSpan? StatusPollInterval { get; set; }

    internal BulkServiceManagerOptions Copy()
    {
        if (StatusPollInterval is { } interval && (interval <= TimeSpan.Zero || !ServiceClientOptions.IsTimeout(interval)))
        {
            throw new ArgumentOutOfRangeException(nameof(StatusPollInterval), interval, "An interval is positive and at most 24 days.");
        }

        return (BulkServiceManagerOptions)MemberwiseClone();
    }
}
