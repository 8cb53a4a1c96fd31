namespace BingAds.Analytics;

/// <summary>How a Parquet file is written.</summary>
public sealed class ReportParquetOptions : ReportColumnarOptions
{
    /// <summary>How pages are packed. Default <see cref="ReportCompression.Zstd"/>: as fast as Snappy and a third smaller.</summary>
    public ReportCompression Compression { get; set; } = ReportCompression.Zstd;

    internal ReportParquetOptions Copy()
    {
        Check();
        return (ReportParquetOptions)MemberwiseClone();
    }

    internal override void Check()
    {
        base.Check();
        if (!Enum.IsDefined(Compression))
        {
            throw new ArgumentOutOfRangeException(nameof(Compression), Compression, "No such compression.");
        }
    }
}
