namespace BingAds.Bulk.Upload;

/// <summary>A file to be uploaded, made while it goes out.</summary>
internal abstract class UploadBody
{
    /// <summary>Ending of the file's name: <c>.zip</c>, <c>.csv</c> or <c>.tsv</c>, the only ones that the service takes.</summary>
    public abstract string Extension { get; }

    /// <summary>Length in bytes; null if it is known only when all is written.</summary>
    public virtual long? Length => null;

    /// <summary>Rows written so far, those of header and format version not counted; null if nobody counts them.</summary>
    public virtual long? RowCount => null;

    /// <summary>Whether <see cref="WriteAsync"/> can be called once more and gives the same file.</summary>
    public abstract bool IsRepeatable { get; }

    /// <summary>Writes the file, from its first byte on.</summary>
    public abstract Task WriteAsync(Stream target, CancellationToken cancellationToken);
}
