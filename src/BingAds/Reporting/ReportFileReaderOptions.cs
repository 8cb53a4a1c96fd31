using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>
/// How a report file is read. The defaults fit every file with column names: what else it has is told by the file itself. The options are copied when a reader is made.
/// </summary>
public sealed class ReportFileReaderOptions
{
    /// <summary>Form of the file. Default null: told by the file itself, which leaves a doubt only in files that begin with data.</summary>
    public ReportFileFormat? Format { get; set; }

    /// <summary>
    /// Names of the columns, in their order, for a file without them (<c>ExcludeColumnHeaders</c>): those that were requested. A file that has names is read by
    /// its own. Default null.
    /// </summary>
    public IReadOnlyList<string>? Columns { get; set; }

    /// <summary>
    /// Whether lines about the report come first, the opposite of <c>ExcludeReportHeader</c>; with true a file without them is an error. Default null: told by the
    /// file, which only leaves a doubt in files of one column without names.
    /// </summary>
    public bool? HasHeader { get; set; }

    /// <summary>
    /// Whether the column names are in the file, the opposite of <c>ExcludeColumnHeaders</c>. Default null: they are if at least half of the first row are names
    /// that reports have.
    /// </summary>
    public bool? HasColumnHeaders { get; set; }

    /// <summary>
    /// Whether a footer comes last, the opposite of <c>ExcludeReportFooter</c>: with true a file without one is an error, with false its last row is data whatever it
    /// looks like. Default null: told by the last row. Whatever is set, a file with a header must have a footer or tell its number of rows.
    /// </summary>
    public bool? HasFooter { get; set; }

    /// <summary>What the numbers in the column <c>TimePeriod</c> mean, for a file whose header does not tell. Default null.</summary>
    public ReportAggregation? Aggregation { get; set; }

    /// <summary>Name of the file in errors. Default null: the path or, in an archive, the name there.</summary>
    public string? FileName { get; set; }

    /// <summary>Most bytes of the unpacked file. Default 64 GiB.</summary>
    public long MaxBytes { get; set; } = 64L << 30;

    /// <summary>Most unpacked bytes for each packed one, once 16 MiB came out. Default 300; deflate can do at most 1,032.</summary>
    public int MaxExpansion { get; set; } = 300;

    /// <summary>Most files in a zip; the first is read. Default 1, as the service makes them.</summary>
    public int MaxEntries { get; set; } = 1;

    /// <summary>Longest row in bytes. Default 32 MiB, at most 1 GiB.</summary>
    public int MaxRowBytes { get; set; } = 32 << 20;

    /// <summary>Bytes read at a time; tests make it tiny, so that every row crosses an edge.</summary>
    internal int BufferSize { get; set; } = 64 << 10;

    internal ReportFileReaderOptions Copy()
    {
        var copy = (ReportFileReaderOptions)MemberwiseClone();
        copy.Columns = Columns is null ? null : [.. Columns];
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxExpansion);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxEntries);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRowBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxRowBytes, Files.DelimitedOptions.LongestRow);
        return copy;
    }
}
