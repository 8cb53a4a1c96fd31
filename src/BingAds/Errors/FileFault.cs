namespace BingAds.Errors;

/// <summary>What is wrong with a file, as far as its form goes.</summary>
public enum FileFault
{
    /// <summary>A cell opened with a quote that is never closed: most often a file that was cut.</summary>
    UnclosedQuote,

    /// <summary>A row longer than the reader's limit.</summary>
    RowTooLong,

    /// <summary>More filled cells in a row than the reader's limit.</summary>
    TooManyCells,

    /// <summary>The archive ends too early.</summary>
    TruncatedArchive,

    /// <summary>The archive breaks its own format, or its content does not match its checksum or size.</summary>
    CorruptArchive,

    /// <summary>An archive of a kind that is not read: encrypted, in parts, or packed by a method other than deflate.</summary>
    UnsupportedArchive,

    /// <summary>An archive without a file in it.</summary>
    EmptyArchive,

    /// <summary>More files in the archive than the reader's limit.</summary>
    TooManyEntries,

    /// <summary>The content is longer than the reader's limit.</summary>
    TooLarge,

    /// <summary>The content grows more on unpacking than the reader's limit: an archive made to fill the reader's time or disk.</summary>
    ExpandsTooMuch,

    /// <summary>Other than the number of rows that a report's header tells: most often a file that was cut.</summary>
    RowCountMismatch,

    /// <summary>A row of a report with more or fewer cells than there are columns.</summary>
    WrongCellCount,

    /// <summary>A report that ends without what shows that it is whole: its footer, or the end of its last row.</summary>
    MissingEnd,

    /// <summary>XML that breaks the rules of XML, or ends too early.</summary>
    BrokenXml,

    /// <summary>Nothing in the file is what a report has; or the file is empty.</summary>
    NotAReport,
}
