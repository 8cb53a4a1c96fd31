using BingAds.V13.Bulk;

namespace BingAds.Bulk;

/// <summary>How a file that is there is uploaded.</summary>
public sealed class FileUploadParameters
{
    /// <summary>The file: <c>.zip</c>, <c>.csv</c> or <c>.tsv</c>.</summary>
    public string? UploadFilePath { get; set; }

    /// <summary>What the service gives back. Default: every record, and the ids of new ones.</summary>
    public ResponseMode ResponseMode { get; set; } = ResponseMode.ErrorsAndResults;

    /// <summary>Whether a file that is not packed is, on its way. Default true.</summary>
    public bool CompressUploadFile { get; set; } = true;

    /// <summary>Folder for the result; null (default) for that of the file.</summary>
    public string? ResultFileDirectory { get; set; }

    /// <summary>Name of the result; null (default) for that of the file with <c>.result</c> in it. One that ends in <c>.zip</c> is packed.</summary>
    public string? ResultFileName { get; set; }

    /// <summary>Whether a result that is there is replaced. Default false.</summary>
    public bool OverwriteResultFile { get; set; }

    /// <summary>Most rows of a file; one that has more is sent in parts. Default 4,000,000; the sandbox takes 20,000.</summary>
    public long MaxRowsPerFile { get; set; } = BulkUploadLimits.MaxRows;

    /// <summary>Most bytes of a file as it is sent; one that has more is sent in parts. Default 100,000,000.</summary>
    public long MaxFileBytes { get; set; } = BulkUploadLimits.MaxFileBytes;

    /// <summary>How long to wait in all; null (default) for as long as it takes.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Told of each file that the service has taken, before anything is waited for.</summary>
    public Action<BulkUploadOperation>? Submitted { get; set; }

    internal FileUploadParameters Copy()
    {
        ArgumentException.ThrowIfNullOrEmpty(UploadFilePath);
        BulkUploadLimits.Check(MaxRowsPerFile, MaxFileBytes, Timeout);
        return (FileUploadParameters)MemberwiseClone();
    }

    internal string ResultPath()
    {
        var name = ResultFileName ?? $"{Path.GetFileNameWithoutExtension(UploadFilePath)}.result{(Is(".tsv") ? ".tsv" : ".csv")}";
        return Path.Combine(ResultFileDirectory ?? Path.GetDirectoryName(Path.GetFullPath(UploadFilePath!))!, name);
    }

    private bool Is(string extension) => string.Equals(Path.GetExtension(UploadFilePath), extension, StringComparison.OrdinalIgnoreCase);
}
