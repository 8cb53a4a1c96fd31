using System.Globalization;

namespace BingAds.Errors;

/// <summary>
/// A bulk or report file, or the archive it comes in, is damaged, cut or beyond a limit of the reader. All whole rows before the damage were given out.
/// </summary>
public sealed class FileFormatException : SdkException
{
    /// <summary>An error with what is wrong.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="message">The same as a sentence.</param>
    /// <param name="innerException">The cause; null if there is none below.</param>
    public FileFormatException(FileFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>What is wrong, for a <c>switch</c>.</summary>
    public FileFault Fault { get; }

    /// <summary>Name of the file, or of the file within the archive; null if not known.</summary>
    public string? File { get; init; }

    /// <summary>First line of the row that is to blame, from 1; null if it is not one row.</summary>
    public long? FirstLine { get; init; }

    /// <summary>Last line of that row.</summary>
    public long? LastLine { get; init; }

    /// <summary>The limit that was passed, in the unit its option has; null if none was.</summary>
    public long? Limit { get; init; }

    /// <summary>Rows that the header of a report tells; null if it tells none or the fault is another.</summary>
    public long? ExpectedRows { get; init; }

    /// <summary>Rows that a report has in fact; null if the fault is another.</summary>
    public long? RowsFound { get; init; }

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.File;

    /// <summary>File, what is wrong, and the lines where they are known.</summary>
    public override string Message
    {
        get
        {
            var lines = FirstLine is null ? "" : FirstLine == LastLine
                ? string.Create(CultureInfo.InvariantCulture, $" (line {FirstLine})")
                : string.Create(CultureInfo.InvariantCulture, $" (lines {FirstLine} to {LastLine})");
            return File is null ? base.Message + lines : $"{File}: {base.Message}{lines}";
        }
    }
}
