namespace BingAds.Errors;

/// <summary>A bulk file, or in strict reading one of its records, cannot be read.</summary>
public sealed class EntityReadException : SdkException
{
    /// <summary>An error at a line.</summary>
    public EntityReadException(string message, long line, Exception? innerException = null)
        : base(line > 0 ? $"{message} (line {line})" : message, innerException) => Line = line;

    /// <summary>Line of the file, from 1; 0 if it has none.</summary>
    public long Line { get; }

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.File;
}
