using System.Buffers.Text;
using System.Text;
using BingAds.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>One row of an upload: its filled cells as they came. An empty cell leaves a setting alone, so only these count.</summary>
internal sealed class UploadedRow
{
    private readonly byte[] _bytes;
    private readonly (int Index, int Start, int Length)[] _cells;

    public UploadedRow(scoped in BulkRow row)
    {
        (Header, Line) = (row.Header, row.Line);

        // Cells beyond the header belong to no column.
        var columns = row.Header.Names.Count;
        var (count, length) = (0, 0);
        foreach (var cell in row.FilledCells)
        {
            if (cell.Ordinal < columns)
                (count, length) = (count + 1, length + cell.Cell.Utf8.Length);
        }

        _bytes = new byte[length];
        _cells = new (int, int, int)[count];
        var (i, at) = (0, 0);
        foreach (var cell in row.FilledCells)
        {
            if (cell.Ordinal >= columns)
                continue;
            var text = cell.Cell.Utf8;
            text.CopyTo(_bytes.AsSpan(at));
            _cells[i++] = (cell.Ordinal, at, text.Length);
            at += text.Length;
        }

        var type = row.Find(BulkColumns.Type).Utf8;
        IsIgnored = type.EndsWith("Error"u8) || type.SequenceEqual("Format Version"u8) || BulkBidRow.Kind(type) is not null;
        IsComplete = IsTypeComplete(type);
        RecordType = Encoding.UTF8.GetString(type);
    }

    public BulkHeader Header { get; }

    /// <summary>Line of the file on which it starts, from 1.</summary>
    public int Line { get; }

    /// <summary>Text of the column <c>Type</c>.</summary>
    public string RecordType { get; }

    /// <summary>Errors and bid suggestions of a result that is sent again, and a version row out of place: they say nothing about any entity.</summary>
    public bool IsIgnored { get; }

    /// <summary>Whether the result has all columns of it, not only the uploaded ones.</summary>
    public bool IsComplete { get; }

    public int CellCount => _cells.Length;

    /// <summary>A filled cell: its column's place in the file, and its text.</summary>
    public ReadOnlySpan<byte> Cell(int number, out int index)
    {
        var (column, start, length) = _cells[number];
        index = column;
        return _bytes.AsSpan(start, length);
    }

    /// <summary>The cell of a column of the format; empty when there is none.</summary>
    public ReadOnlySpan<byte> Find(int column)
    {
        var ordinal = Header.OrdinalOf(column);
        foreach (var (index, start, length) in _cells)
        {
            if (index == ordinal)
                return _bytes.AsSpan(start, length);
        }

        return default;
    }

    /// <summary>The text of a column; null when it is empty.</summary>
    public string? Text(int column) => Find(column) is { IsEmpty: false } text ? Encoding.UTF8.GetString(text) : null;

    /// <summary>The number of a column; null when it is empty.</summary>
    /// <exception cref="FormatException">It holds something else.</exception>
    public long? Number(int column)
    {
        var text = Find(column);
        if (text.IsEmpty)
            return null;
        return Utf8Parser.TryParse(text, out long value, out var used) && used == text.Length ? value : throw new FormatException("A whole number was expected.");
    }

    public static bool IsTypeComplete(ReadOnlySpan<byte> type)
        => type.SequenceEqual("Campaign"u8) || type.SequenceEqual("Ad Group"u8) || type.SequenceEqual("Keyword"u8) || type.EndsWith(" Ad"u8);
}
