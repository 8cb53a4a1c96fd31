using BingAds.Files;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>What all rows of a file share, and the row at which the reader stands.</summary>
internal sealed class ReportRowState(ReportHeader header, ReportColumns columns, ReportAggregation? aggregation, ReportContent content, StringCache texts)
{
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

    /// <summary>Where the columns of a record's class stand in this file; looked up when the class is another than that of the row before.</summary>
    public ReportRecordLayout LayoutFor(IReadOnlyList<string> names) =>
        _layout is { } layout && ReferenceEquals(layout.Names, names) ? layout : _layout = new ReportRecordLayout(names, Columns, Aggregation);
}
