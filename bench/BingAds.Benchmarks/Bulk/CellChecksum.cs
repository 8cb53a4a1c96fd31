using System.Text;
using BingAds.Bulk;

namespace BingAds.Benchmarks.Bulk;

/// <summary>
/// A checksum over cells in whatever order they come: FNV-1a over <c>column=text</c> of each cell that is not empty, added up. The typed side gets its cells by
/// writing each entity that was read, so a cell that was not bound, or bound to something else, changes the sum.
/// </summary>
internal sealed class CellChecksum
{
    private readonly Dictionary<int, ulong> _columns = [];
    private readonly Batch _batch = new();
    private ulong _sum;
    private long _cells;

    public void Add(BulkEntity entity)
    {
        _batch.Clear();
        entity.WriteTo(_batch, excludeReadOnly: false);
        for (var i = 0; i < _batch.Count; i++)
        {
            var row = _batch.Rows[i];
            foreach (var column in row.FilledColumns)
            {
                // An update's word for settings that are empty: no cell of the file has it.
                if (!row[column].SequenceEqual("delete_value"u8))
                {
                    Add(BulkColumns.NameOf(column), column, row[column]);
                }
            }

            foreach (var (name, text) in row.UnknownCells)
            {
                Add(name, -1, Encoding.UTF8.GetBytes(text));
            }
        }
    }

    public void Add(string column, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = text.Length < 1024 ? stackalloc byte[4096] : new byte[text.Length * 3];
        Add(column, -1, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    public override string ToString() => $"checksum {_sum:x16} over {_cells} cells";

    private void Add(string column, int number, ReadOnlySpan<byte> text)
    {
        // No nullable: the entity has it whether or not the file did.
        if (column == "Is Political" && text.SequenceEqual("False"u8))
        {
            return;
        }

        if (number < 0 || !_columns.TryGetValue(number, out var hash))
        {
            hash = Fold(Fold(14695981039346656037UL, Encoding.UTF8.GetBytes(column)), "="u8);
            if (number >= 0)
            {
                _columns[number] = hash;
            }
        }

        _sum += Fold(hash, text);
        _cells++;
    }

    private static ulong Fold(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return hash;
    }

    private sealed class Batch : IBulkRowSink
    {
        public List<BulkRowWriter> Rows { get; } = [];

        public int Count { get; private set; }

        public void Clear() => Count = 0;

        public BulkRowWriter Begin()
        {
            if (Count == Rows.Count)
            {
                Rows.Add(new BulkRowWriter());
            }

            Rows[Count].Clear();
            return Rows[Count];
        }

        public void End() => Count++;
    }
}
