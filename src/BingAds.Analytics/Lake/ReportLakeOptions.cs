namespace BingAds.Analytics;

/// <summary>How a lake is kept and asked. The options are copied when a lake is made.</summary>
public sealed class ReportLakeOptions
{
    /// <summary>What becomes of a cell that is no value of its column's type. Default: an error, and the lake stays as it was.</summary>
    public BadCells BadCells { get; set; }

    /// <summary>How Parquet files are packed. Default <see cref="ReportCompression.Zstd"/>.</summary>
    public ReportCompression Compression { get; set; } = ReportCompression.Zstd;

    /// <summary>Most rows in a row group. Default 65,536.</summary>
    public int RowsPerGroup { get; set; } = 65_536;

    /// <summary>Bytes of rows that are held in memory while they are divided; beyond that they go to a file in the lake's folder. Default 64 MiB.</summary>
    public long MaxRowBytesInMemory { get; set; } = 64 << 20;

    /// <summary>Files that are packed at once. Default 2.</summary>
    public int Threads { get; set; } = 2;

    /// <summary>Whether a replacement waits until its files are on the disk, so that it outlives a loss of power. Default true; a killed process never needs it.</summary>
    public bool FlushToDisk { get; set; } = true;

    /// <summary>Most memory of a query in bytes; what needs more goes to temporary files in the lake's folder. Default 1 GiB.</summary>
    public long QueryMemory { get; set; } = 1L << 30;

    /// <summary>How long to wait while others query the folder or replace in it. Default 5 minutes; <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Clock of the waits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal ReportLakeOptions Copy()
    {
        new ReportParquetOptions { BadCells = BadCells, Compression = Compression, RowsPerGroup = RowsPerGroup }.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRowBytesInMemory, 1 << 16);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueryMemory, 64L << 20);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (LockTimeout < TimeSpan.Zero && LockTimeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(LockTimeout), LockTimeout, "A wait is not negative.");
        }

        return (ReportLakeOptions)MemberwiseClone();
    }
}
