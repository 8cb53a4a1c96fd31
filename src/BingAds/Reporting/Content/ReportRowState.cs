using System.Text;
using BingAds.Files;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>What all rows of a file share, and the row at which the reader stands.</summary>
internal sealed class ReportRowState(ReportHeader header, ReportColumns columns, ReportAggregation? aggregation, ReportContent content, StringCache texts)
{
    /// <summary>New texts in a column, above those that it had before, after which they are not looked for any more.</summary>
    private const byte Patience = 128;

    private readonly byte[] _patience = NewPatience(columns.Count);
    private ReportRecordLayout? _layout;

    public ReportHeader Header { get; } = header;

    public ReportColumns Columns { get; } = columns;

    /// <summary>What bare numbers in the column TimePeriod mean.</summary>
    public ReportAggregation? Aggregation { get; } = header.Aggregation ?? aggregation;

    public StringCache Texts { get; } = texts;

    /// <summary>The row; not always the reader of the file, as a row that may be the footer is kept until the next one was looked at.</summary>
    public DelimitedReader Row { get; set; } = null!;

    /// <summary>Line of the row where <see cref="Row"/> does not know it.</summary>
    public long? Line { get; set; }

    public long LineNow => Line ?? content.LineOf(Row.LineNumber);

    /// <summary>The text of a cell. In a column of names it is often one that was there before; in one of search terms looking for it only takes time.</summary>
    public string TextOf(int ordinal, ReadOnlySpan<byte> text)
    {
        if ((uint)ordinal >= (uint)_patience.Length || _patience[ordinal] == 0)
        {
            return Make(text);
        }

        var found = Texts.Get(text, out var isKnown);
        _patience[ordinal] = (byte)(isKnown ? Math.Min(_patience[ordinal] + 1, Patience) : _patience[ordinal] - 1);
        return found;
    }

    /// <summary>Where the columns of a record's class stand in this file; looked up when the class is another than that of the row before.</summary>
    public ReportRecordLayout LayoutFor(IReadOnlyList<string> names) =>
        _layout is { } layout && ReferenceEquals(layout.Names, names) ? layout : _layout = new ReportRecordLayout(names, Columns, Aggregation);

    /// <summary>Most texts are ASCII, whose length is known beforehand.</summary>
    private static string Make(ReadOnlySpan<byte> text) =>
        text.Length > 0 && Ascii.IsValid(text) ? string.Create(text.Length, text, static (chars, bytes) => Ascii.ToUtf16(bytes, chars, out _)) : Encoding.UTF8.GetString(text);

    private static byte[] NewPatience(int count)
    {
        var patience = new byte[count];
        Array.Fill(patience, Patience);
        return patience;
    }
}
