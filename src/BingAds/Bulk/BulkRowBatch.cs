namespace BingAds.Bulk;

/// <summary>The rows of one entity: they go to the file only when all of them are good.</summary>
internal sealed class BulkRowBatch : IBulkRowSink
{
    private readonly List<BulkRowWriter> _rows = [];

    public int Count { get; private set; }

    public BulkRowWriter this[int index] => _rows[index];

    public void Clear() => Count = 0;

    public BulkRowWriter Begin()
    {
        if (Count == _rows.Count)
        {
            _rows.Add(new BulkRowWriter());
        }

        _rows[Count].Clear();
        return _rows[Count];
    }

    public void End() => Count++;
}
