namespace BingAds.Bulk;

/// <summary>How a bulk file is read. The options are copied when a reader is made.</summary>
public sealed class BulkFileReaderOptions
{
    /// <summary>Layout of the file. Default null: told by the header, whose columns stand between commas or tabs.</summary>
    public BulkFileLayout? Layout { get; set; }

    /// <summary>What the file holds. Default: everything.</summary>
    public BulkResultScope Scope { get; set; }

    /// <summary>
    /// Whether a cell that cannot be read ends the reading with an <see cref="Errors.EntityReadException"/>. Default false: it is noted in
    /// <see cref="BulkEntity.CellErrors"/>, and reading goes on.
    /// </summary>
    public bool IsStrict { get; set; }

    /// <summary>
    /// The record types to read, as the <c>Type</c> column spells them, such as <c>Keyword</c>. Rows of others are passed over, their error rows and suggested
    /// bids with them, and cost next to nothing. Default null: all.
    /// </summary>
    public IReadOnlyCollection<string>? RecordTypes { get; set; }

    /// <summary>Name of the file in errors. Default null: the path or, in an archive, the name there.</summary>
    public string? FileName { get; set; }

    /// <summary>Most bytes of the unpacked file. Default 64 GiB, some twenty times the largest account.</summary>
    public long MaxBytes { get; set; } = 64L << 30;

    /// <summary>Most unpacked bytes for each packed one, once 16 MiB came out. Default 300; bulk files have 10 to 30, and deflate can do at most 1,032.</summary>
    public int MaxExpansion { get; set; } = 300;

    /// <summary>Most files in a zip; the first is read. Default 1, as the service makes them.</summary>
    public int MaxEntries { get; set; } = 1;

    /// <summary>Longest row in bytes. Default 32 MiB, at most 1 GiB.</summary>
    public int MaxRowBytes { get; set; } = 32 << 20;

    internal BulkFileReaderOptions Copy()
    {
        var copy = (BulkFileReaderOptions)MemberwiseClone();
        copy.RecordTypes = RecordTypes is null ? null : [.. RecordTypes];
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxExpansion);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxEntries);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRowBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxRowBytes, Files.DelimitedOptions.LongestRow);
        return copy;
    }
}
