using System.Globalization;
using System.Text;
using Apache.Arrow;
using BingAds.Files;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>Collects rows in columns, up to a number of them.</summary>
internal sealed class RowBatch
{
    // Offsets of texts are 32 bits wide, and memory must stay within bounds when texts are long.
    private const long MostTextBytes = 64 << 20;
    private const int TextEvery = 256;

    private readonly ReportSchema _schema;
    private readonly CellColumn[] _columns;
    private readonly int _rows;
    private readonly BadCells _badCells;

    public RowBatch(ReportSchema schema, int rows, BadCells badCells)
    {
        (_schema, _rows, _badCells) = (schema, rows, badCells);
        _columns = [.. schema.Fields.Select(CellColumn.For)];
    }

    public int Count { get; private set; }

    public long Bad { get; private set; }

    public long Bounds { get; private set; }

    public int Columns => _columns.Length;

    /// <summary>Adds a row; true once the batch is full.</summary>
    public bool Append(ReportRow row)
    {
        var cells = row.State.Row;
        for (var i = 0; i < _columns.Length; i++)
        {
            var column = _columns[i];
            var cell = RowCells.Read(cells, i, column.IsText);
            var outcome = column.Append(cell);
            if (outcome != CellOutcome.Taken)
            {
                Note(outcome, i, cell, row.State.LineNow);
            }
        }

        return EndRow();
    }

    public bool IsText(int column) => _columns[column].IsText;

    /// <summary>Adds one cell; <see cref="EndRow"/> is called behind the last of a row.</summary>
    public void Append(int column, ReadOnlySpan<byte> cell, long line)
    {
        var outcome = _columns[column].Append(cell);
        if (outcome != CellOutcome.Taken)
        {
            Note(outcome, column, cell, line);
        }
    }

    public bool EndRow()
    {
        Count++;
        return Count == _rows || (Count % TextEvery == 0 && IsLarge());
    }

    /// <summary>The columns over the memory of this batch: good until it is cleared.</summary>
    public IEnumerable<IArrowArray> Build(bool compact) => _columns.Select(c => c.Build(compact));

    /// <summary>The rows as a batch that belongs to the caller.</summary>
    public RecordBatch Leave(Schema schema)
    {
        var batch = new RecordBatch(schema, [.. Build(compact: false)], Count);
        foreach (var column in _columns)
        {
            column.Leave();
        }

        Count = 0;
        return batch;
    }

    public void Clear()
    {
        foreach (var column in _columns)
        {
            column.Clear();
        }

        Count = 0;
    }

    private bool IsLarge()
    {
        long bytes = 0;
        foreach (var column in _columns)
        {
            bytes += column.TextBytes;
        }

        return bytes > MostTextBytes;
    }

    private void Note(CellOutcome outcome, int column, ReadOnlySpan<byte> cell, long line)
    {
        if (outcome == CellOutcome.Bound)
        {
            Bounds++;
            return;
        }

        if (_badCells == BadCells.Fail)
        {
            var field = _schema.Fields[column];
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Column '{field.Name}', line {line}: '{Encoding.UTF8.GetString(cell)}' is no {field.SqlType}."));
        }

        Bad++;
    }
}
