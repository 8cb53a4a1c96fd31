using System.Runtime.CompilerServices;

namespace BingAds.Reporting;

/// <summary>
/// One row of a report file. Nothing is made of its cells until someone asks; it is good until the next row is read. A <see cref="ReportRecord"/> is a row that can be kept.
/// </summary>
public readonly ref partial struct ReportRow
{
    internal ReportRow(ReportRowState state) => State = state;

    /// <summary>The columns of the file.</summary>
    public ReportColumns Columns => State.Columns;

    /// <summary>What the file tells about itself.</summary>
    public ReportHeader Header => State.Header;

    /// <summary>Line of the file on which the row starts, from 1.</summary>
    public long Line => State.LineNow;

    /// <summary>The cell of a column; empty where the file has no such column. The first of several columns with one name is meant.</summary>
    public ReportCell this[string column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => this[State.Columns.Ask(column)];
    }

    /// <summary>The cell at a place in the row, from 0; empty for -1, which <see cref="ReportColumns.IndexOf(string)"/> gives for no column.</summary>
    public ReportCell this[int ordinal]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(State.Row.AsItStands(ordinal), State, ordinal);
    }

    internal ReportRowState State { get; }
}
