namespace BingAds.Bulk;

/// <summary>What the service takes in one file, and how many it works on at once.</summary>
public static class BulkUploadLimits
{
    /// <summary>Rows of a file: 4,000,000.</summary>
    public const long MaxRows = 4_000_000;

    /// <summary>Rows of a file in the sandbox: 20,000.</summary>
    public const long MaxSandboxRows = 20_000;

    /// <summary>Bytes of a file as it is sent: 100 MB.</summary>
    public const long MaxFileBytes = 100_000_000;

    /// <summary>Uploads of one customer at a time: 5.</summary>
    public const int MaxUploadsAtOnce = 5;

    internal static void Check(long rows, long bytes, TimeSpan? timeout)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1024);
        if (timeout is { } limit && !ServiceClientOptions.IsTimeout(limit))
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), limit, "A timeout is positive and at most 24 days, or infinite.");
        }
    }
}
