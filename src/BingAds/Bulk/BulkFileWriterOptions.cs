using System.IO.Compression;

namespace BingAds.Bulk;

/// <summary>How a bulk file is written. The options are copied when a writer is made.</summary>
public sealed class BulkFileWriterOptions
{
    /// <summary>Layout of the file. Default null: by the file's name (<c>.tsv</c>, <c>.tsv.gz</c>, <c>.tsv.zip</c>), and else CSV.</summary>
    public BulkFileLayout? Layout { get; set; }

    /// <summary>How the file is packed. Default null: by the file's name (<c>.zip</c>, <c>.gz</c>), and not at all for a stream.</summary>
    public BulkFileCompression? Compression { get; set; }

    /// <summary>How hard it is packed. Default: <see cref="CompressionLevel.Fastest"/>, since bulk files pack well at any level.</summary>
    public CompressionLevel CompressionLevel { get; set; } = CompressionLevel.Fastest;

    /// <summary>Name of the file within a zip. Default null: the name of the zip without <c>.zip</c>, or <c>bulk.csv</c>.</summary>
    public string? EntryName { get; set; }

    /// <summary>Leaves out quality scores, suggested bids and error rows. Default false.</summary>
    public bool ExcludeReadOnlyData { get; set; }

    /// <summary>
    /// Columns after the known ones. Those of the first entity, and all of the file that it was read from, are added by themselves; others must be named here,
    /// since the header is written by then.
    /// </summary>
    public IReadOnlyList<string> UnknownColumns { get; set; } = [];

    /// <summary>Tells the time of the file within a zip.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal BulkFileWriterOptions Copy()
    {
        ArgumentNullException.ThrowIfNull(UnknownColumns);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        var copy = (BulkFileWriterOptions)MemberwiseClone();
        copy.UnknownColumns = [.. UnknownColumns];
        return copy;
    }

    /// <summary>The same with what a file's name says about layout, packing and the name within a zip.</summary>
    internal BulkFileWriterOptions For(string path)
    {
        var copy = Copy();
        var name = Path.GetFileName(path);
        var extension = Path.GetExtension(name);
        copy.Compression ??= Is(extension, ".zip") ? BulkFileCompression.Zip : Is(extension, ".gz") ? BulkFileCompression.GZip : BulkFileCompression.None;
        var inner = Is(extension, ".zip") || Is(extension, ".gz") ? Path.GetFileNameWithoutExtension(name) : name;
        copy.Layout ??= Is(Path.GetExtension(inner), ".tsv") ? BulkFileLayout.Tsv : BulkFileLayout.Csv;
        var layout = copy.Layout == BulkFileLayout.Tsv ? ".tsv" : ".csv";
        copy.EntryName ??= Is(Path.GetExtension(inner), layout) ? inner : inner + layout;
        return copy;
    }

    private static bool Is(string extension, string wanted) => extension.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
