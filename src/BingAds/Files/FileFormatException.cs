using System.Globalization;

namespace BingAds.Files;

/// <summary>A file that cannot be read on, with the facts; the floor above turns it into the error its users know.</summary>
internal sealed class FileFormatException : Exception
{
    public FileFormatException(FileFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    public FileFault Fault { get; }

    /// <summary>Name of the file, or of the file within the archive; null if not known.</summary>
    public string? File { get; init; }

    /// <summary>First line of the row that is to blame, from 1; null if it is not one row.</summary>
    public long? FirstLine { get; init; }

    /// <summary>Last line of that row.</summary>
    public long? LastLine { get; init; }

    /// <summary>The limit that was passed, in the unit its option has; null if none was.</summary>
    public long? Limit { get; init; }

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
