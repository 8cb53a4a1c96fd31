using System.Runtime.InteropServices;
using System.Text;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>
/// A row that can be kept. It holds the cells as they stand in the file, in one block, and makes nothing of them until someone asks: so a report of a hundred columns costs
/// little more than its text, and no column is lost, known or not.
/// </summary>
/// <remarks>Safe for use by several threads. A text is made anew each time it is asked for.</remarks>
public class ReportRecord : IReportRecord<ReportRecord>
{
    private static readonly string[] s_noNames = [];

    // The end of each cell in four bytes, then the row as it stands in the file: copying it whole takes less than taking off the quotes that few will ask behind.
    private readonly byte[] _cells;
    private readonly ReportRecordLayout _layout;

    /// <summary>Keeps a row.</summary>
    /// <param name="row">The row at which a reader stands.</param>
    public ReportRecord(ReportRow row)
        : this(row, s_noNames)
    {
    }

    /// <summary>Keeps a row for a class that asks for its columns by their places in a list.</summary>
    /// <param name="row">The row at which a reader stands.</param>
    /// <param name="columns">The same list for every row, for its places are looked up only when it is another one than before.</param>
    private protected ReportRecord(ReportRow row, string[] columns)
    {
        var state = row.State;
        var ends = state.Row.Ends[..state.Columns.Count];
        var text = state.Row.RowText[..ends[^1]];
        _layout = state.LayoutFor(columns);
        _cells = GC.AllocateUninitializedArray<byte>((sizeof(int) * ends.Length) + text.Length);
        Line = row.Line;
        MemoryMarshal.AsBytes(ends).CopyTo(_cells);
        text.CopyTo(_cells.AsSpan(sizeof(int) * ends.Length));
    }

    /// <summary>The columns of the file.</summary>
    public ReportColumns Columns => _layout.Columns;

    /// <summary>Line of the file on which the row starts, from 1.</summary>
    public long Line { get; }

    /// <summary>The cell of a column; empty where the file has no such column. The first of several columns with one name is meant.</summary>
    public ReportCell this[string column] => this[_layout.Columns.IndexOf(column)];

    /// <summary>The cell at a place in the row, from 0; empty for -1, which <see cref="ReportColumns.IndexOf(string)"/> gives for no column.</summary>
    public ReportCell this[int ordinal]
    {
        get
        {
            if ((uint)ordinal >= (uint)_layout.Columns.Count)
            {
                return default;
            }

            var ends = MemoryMarshal.Cast<byte, int>(_cells)[.._layout.Columns.Count];
            var start = ordinal == 0 ? 0 : ends[ordinal - 1] + 1;
            return new ReportCell(_cells.AsSpan((sizeof(int) * ends.Length) + start, ends[ordinal] - start), this, ordinal);
        }
    }

    internal ReportAggregation? Aggregation => _layout.Aggregation;

    /// <inheritdoc/>
    public static ReportRecord Read(ReportRow row) => new(row);

    /// <summary>The cells with their columns, for a log or a debugger.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Columns.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Columns.Names[i]).Append('=').Append(this[i].ToString());
        }

        return text.ToString();
    }

    private protected long? WholeAt(int column) => Cell(column).ParseOrNull<long>();

    private protected decimal? NumberAt(int column) => Cell(column).ParseOrNull<decimal>();

    private protected ReportPeriod? PeriodAt(int column) => Cell(column).ParsePeriodOrNull();

    private protected DateOnly? DateAt(int column) => Cell(column).ParseDateOrNull();

    private protected DateTime? TimeAt(int column) => Cell(column).ParseDateTimeOrNull();

    private protected string? TextAt(int column) => _layout[column] < 0 ? null : Cell(column).ToString();

    private ReportCell Cell(int column) => this[_layout[column]];
}
