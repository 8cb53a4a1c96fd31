namespace BingAds.Bulk;

/// <summary>How a bulk file is read.</summary>
public sealed class BulkFileReaderOptions
{
    /// <summary>Layout of the file. Default: by the file's extension, and CSV for a stream.</summary>
    public BulkFileLayout? Layout { get; set; }

    /// <summary>What the file holds. Default: everything.</summary>
    public BulkResultScope Scope { get; set; }

    /// <summary>
    /// Whether a cell that cannot be read ends the reading with an <see cref="Errors.EntityReadException"/>. Default false: it is noted in
    /// <see cref="BulkEntity.CellErrors"/>, and reading goes on.
    /// </summary>
    public bool IsStrict { get; set; }
}
