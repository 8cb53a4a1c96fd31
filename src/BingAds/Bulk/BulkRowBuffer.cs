using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>A row that does not come from a file: its cells are put together here and read like any other row. For few rows; a file's are not copied.</summary>
internal sealed class BulkRowBuffer(BulkHeader header)
{
    private readonly SortedDictionary<int, byte[]> _cells = [];

    public BulkHeader Header { get; } = header;

    public void Clear() => _cells.Clear();

    /// <summary>Adds a cell at its place; one that is empty, or beyond the header, is left out.</summary>
    public void Add(int ordinal, ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && ordinal < Header.Names.Count)
        {
            _cells[ordinal] = text.ToArray();
        }
    }

    public BulkRow Row(int line)
    {
        using var text = new MemoryStream();
        using (var writer = new DelimitedWriter(text, Math.Max(Header.Names.Count, 1), new() { ByteOrderMark = false, QuoteAll = true, BlankBeforePlus = false }))
        {
            foreach (var (ordinal, cell) in _cells)
            {
                writer.Set(ordinal, cell);
            }

            writer.EndRow();
            writer.Flush();
        }

        text.Position = 0;

        // Not disposed: its buffers are the row's, and go with it.
        var reader = new DelimitedReader(text, new() { Trim = false });
        reader.Read();
        return new BulkRow(reader, Header, null, line);
    }
}
