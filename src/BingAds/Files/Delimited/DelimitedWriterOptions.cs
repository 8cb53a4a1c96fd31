namespace BingAds.Files;

/// <summary>How delimited text is written.</summary>
internal sealed class DelimitedWriterOptions
{
    public byte Separator { get; init; } = DelimitedOptions.Comma;

    /// <summary>Starts with a byte order mark. Default true: uploads need it.</summary>
    public bool ByteOrderMark { get; init; } = true;

    /// <summary>Text that starts with + gets a blank in front and quotes, so that a spreadsheet does not take it for a formula. Default true.</summary>
    public bool BlankBeforePlus { get; init; } = true;

    /// <summary>Quotes every value, empty ones too, as report files do. Default false.</summary>
    public bool QuoteAll { get; init; }

    /// <summary>Bytes gathered before they go to the stream. Default 64 KiB.</summary>
    public int BufferSize { get; init; } = 64 << 10;
}
