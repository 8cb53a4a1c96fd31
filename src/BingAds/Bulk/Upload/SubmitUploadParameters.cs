using BingAds.V13.Bulk;

namespace BingAds.Bulk;

/// <summary>One file that is sent as it is, whatever is in it.</summary>
public sealed class SubmitUploadParameters
{
    /// <summary>The file: <c>.zip</c>, <c>.csv</c> or <c>.tsv</c>. Null if <see cref="Content"/> has it.</summary>
    public string? UploadFilePath { get; set; }

    /// <summary>
    /// The text of a bulk file, not packed, or a whole zip if <see cref="IsContentPacked"/>. It stays the caller's to close. One that cannot seek is read once, so that a file
    /// that got lost is an exception and not sent again. Null if <see cref="UploadFilePath"/> names a file.
    /// </summary>
    public Stream? Content { get; set; }

    /// <summary>Whether <see cref="Content"/> is a zip. Default false.</summary>
    public bool IsContentPacked { get; set; }

    /// <summary>What separates the cells of <see cref="Content"/>. Default commas; of a file, its name tells.</summary>
    public BulkFileLayout FileType { get; set; }

    /// <summary>What the service gives back. Default: every record, and the ids of new ones.</summary>
    public ResponseMode ResponseMode { get; set; } = ResponseMode.ErrorsAndResults;

    /// <summary>Whether a file that is not packed is, on its way. Default true.</summary>
    public bool CompressUploadFile { get; set; } = true;

    internal SubmitUploadParameters Copy()
    {
        if ((UploadFilePath is null) == (Content is null))
        {
            throw new ArgumentException($"Either {nameof(UploadFilePath)} or {nameof(Content)} must be set.");
        }

        return (SubmitUploadParameters)MemberwiseClone();
    }
}
