namespace BingAds.Bulk;

/// <summary>Gathers the filled cells of one row, since some have to be read before others.</summary>
internal sealed class BulkRowBuffer(BulkHeader header)
{
    private byte[] _bytes = new byte[1024];
    private BulkRowCell[] _cells = new BulkRowCell[64];
    private int _length;
    private int _count;

    public BulkHeader Header { get; } = header;

    public void Clear() => (_length, _count) = (0, 0);

    /// <summary>Adds a cell at its place in the file; one that is empty is left out.</summary>
    public void Add(int index, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || index >= Header.Names.Count)
        {
            return;
        }

        if (_bytes.Length - _length < text.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + text.Length));
        }

        if (_count == _cells.Length)
        {
            Array.Resize(ref _cells, _count * 2);
        }

        text.CopyTo(_bytes.AsSpan(_length));
        _cells[_count++] = new BulkRowCell(index, Header[index], _length, text.Length);
        _length += text.Length;
    }

    public BulkRow Row(int line) => new(Header, line, _bytes.AsSpan(0, _length), _cells.AsSpan(0, _count));
}
