namespace BingAds.Files;

/// <summary>How a delimited text is laid out and how much of it is taken.</summary>
internal sealed class DelimitedOptions
{
    public const byte Comma = (byte)',';
    public const byte Tab = (byte)'\t';

    public const int LongestRow = 1 << 30;

    public byte Separator { get; init; } = Comma;

    /// <summary>Looks at the first row: the one of comma and tab that stands there more often is the separator, and if there is none, <see cref="Separator"/>. Default false.</summary>
    public bool DetectSeparator { get; init; }

    /// <summary>Lines without a separator and with nothing but white space are passed over. Default true.</summary>
    public bool SkipBlankLines { get; init; } = true;

    /// <summary>White space is cut off both ends of every value, quoted or not. Default true.</summary>
    public bool Trim { get; init; } = true;

    /// <summary>
    /// Most cells hold something, so that only their ends are noted, and nothing is done about a cell until it is asked for. <see cref="DelimitedReader.FilledCells"/> is not there
    /// then. Default false, for tables of many columns that are mostly empty.
    /// </summary>
    public bool IsFull { get; init; }

    /// <summary>Longest row in bytes, as it stands in the file without its line end. Default 32 MiB, at most 1 GiB.</summary>
    public int MaxRowBytes { get; init; } = 32 << 20;

    /// <summary>Most filled cells in a row, or with <see cref="IsFull"/> most cells. Default 65,536.</summary>
    public int MaxCells { get; init; } = 1 << 16;

    /// <summary>Bytes asked of the stream at a time, to begin with; a longer row makes the buffer grow. Default 64 KiB.</summary>
    public int BufferSize { get; init; } = 64 << 10;

    /// <summary>Name for errors.</summary>
    public string? FileName { get; init; }

    /// <summary>The kind of instructions used; null takes the widest this machine has. Tests go through all.</summary>
    public ScanPath? Path { get; init; }
}
