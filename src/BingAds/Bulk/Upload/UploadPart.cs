using System.Runtime.InteropServices;

namespace BingAds.Bulk.Upload;

/// <summary>The inputs that go out as one file, and what became of each so far.</summary>
internal sealed class UploadPart(int number)
{
    private readonly List<UploadEntry> _entries = [];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Dictionary<long, int>? _places;
    private bool _isOrdered = true;

    public int Number { get; } = number;

    /// <summary>Rows of all inputs.</summary>
    public long RowCount { get; private set; }

    public Span<UploadEntry> Entries => CollectionsMarshal.AsSpan(_entries);

    /// <summary>Done once the result was read, and real ids are known.</summary>
    public Task Done => _done.Task;

    public bool IsDone => _done.Task.IsCompleted;

    public void Add(UploadEntry entry)
    {
        _isOrdered &= _entries.Count == 0 || entry.Index == _entries[0].Index + _entries.Count;
        _entries.Add(entry);
        RowCount += entry.Rows;
    }

    public void Close() => _done.TrySetResult();

    /// <summary>Place of an input among the entries; -1 if it is not of this part.</summary>
    public int PlaceOf(long index)
    {
        if (_entries.Count == 0)
        {
            return -1;
        }

        if (_isOrdered)
        {
            var place = index - _entries[0].Index;
            return place >= 0 && place < _entries.Count ? (int)place : -1;
        }

        if (_places is null)
        {
            _places = new Dictionary<long, int>(_entries.Count);
            for (var i = 0; i < _entries.Count; i++)
            {
                _places[_entries[i].Index] = i;
            }
        }

        return _places.TryGetValue(index, out var found) ? found : -1;
    }
}
