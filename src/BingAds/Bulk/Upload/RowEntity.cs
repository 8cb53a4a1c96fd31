namespace BingAds.Bulk.Upload;

/// <summary>A row of a file that is sent on as it stands.</summary>
internal sealed class RowEntity : BulkEntity
{
    private readonly string _recordType;
    private readonly byte[] _bytes;
    private readonly (short Column, string? Name, int End)[] _cells;

    public RowEntity(in BulkRow row)
    {
        _recordType = row.RecordType.IsEmpty ? "" : row["Type"].ToString();
        Line = row.Line;
        var length = 0;
        var count = 0;
        foreach (var cell in row.FilledCells)
        {
            length += cell.Cell.Utf8.Length;
            count++;
        }

        _bytes = new byte[length];
        _cells = new (short, string?, int)[count];
        (length, count) = (0, 0);
        foreach (var cell in row.FilledCells)
        {
            var column = row.Header[cell.Ordinal];
            cell.Cell.Utf8.CopyTo(_bytes.AsSpan(length));
            length += cell.Cell.Utf8.Length;

            // More cells than the header has names: nobody can say what they are.
            _cells[count++] = ((short)column, column >= 0 ? null : cell.Ordinal < row.Header.Names.Count ? row.Header.Names[cell.Ordinal] : "", length);
        }
    }

    public override string RecordType => _recordType;

    internal override void WriteTo(IBulkRowSink sink, bool excludeReadOnly)
    {
        var row = sink.Begin();
        var start = 0;
        foreach (var (column, name, end) in _cells)
        {
            var text = _bytes.AsSpan(start, end - start);
            start = end;
            if (column >= 0)
            {
                row.Utf8(column, text);
            }
            else if (!string.IsNullOrEmpty(name))
            {
                row.Unknown(name, System.Text.Encoding.UTF8.GetString(text));
            }
        }

        sink.End();
    }
}
