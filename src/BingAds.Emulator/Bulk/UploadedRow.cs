using BingAds.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>One row of an upload: what it stands for, and its cells as they came.</summary>
internal sealed class UploadedRow
{
    private readonly byte[] _bytes;
    private readonly (int Index, int Start, int Length)[] _cells;

    public UploadedRow(scoped in BulkRow row)
    {
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
        IsIgnored = type.EndsWith("Error"u8) || BulkBidRow.Kind(type) is not null;
        IsComplete = IsTypeComplete(type);
        Entity = Read(row, type);
    }

    public BulkEntity Entity { get; }

    /// <summary>Errors and bid suggestions of a result that is sent again: the service passes over them.</summary>
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

    public static bool IsTypeComplete(ReadOnlySpan<byte> type)
        => type.SequenceEqual("Campaign"u8) || type.SequenceEqual("Ad Group"u8) || type.SequenceEqual("Keyword"u8) || type.EndsWith(" Ad"u8);

    private static BulkEntity Read(scoped in BulkRow row, ReadOnlySpan<byte> type)
    {
        if (BulkRecordTypes.Create(type) is SingleRecordBulkEntity known)
        {
            known.ReadRow(row);
            return known;
        }

        var unknown = new UnknownBulkEntity();
        unknown.ReadAll(row);
        return unknown;
    }
}
