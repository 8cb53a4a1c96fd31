namespace BingAds.Bulk;

/// <summary>How a bulk file is written.</summary>
public sealed class BulkFileWriterOptions
{
    /// <summary>Layout of the file. Default: by the file's extension, and CSV for a stream.</summary>
    public BulkFileLayout? Layout { get; set; }

    /// <summary>Leaves out quality scores, suggested bids and error rows. Default false.</summary>
    public bool ExcludeReadOnlyData { get; set; }

    /// <summary>
    /// Columns after the known ones, such as <see cref="BulkFileReader.UnknownColumns"/>. Those of the first entity are added by themselves;
    /// later ones must be named here, since the header is written by then.
    /// </summary>
    public IReadOnlyList<string> UnknownColumns { get; set; } = [];
}
