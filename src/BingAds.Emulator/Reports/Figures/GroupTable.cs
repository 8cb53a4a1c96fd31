namespace BingAds.Emulator.Reports.Figures;

/// <summary>Sums by keys of a few numbers, packed: a group costs its numbers and nothing more.</summary>
internal sealed class GroupTable(int keyWidth, int sumWidth)
{
    private long[] _keys = new long[16 * keyWidth];
    private long[] _sums = new long[16 * sumWidth];
    private int[] _slots = new int[64];

    public int Count { get; private set; }

    public ReadOnlySpan<long> Key(int group) => _keys.AsSpan(group * keyWidth, keyWidth);

    public Span<long> Sums(int group) => _sums.AsSpan(group * sumWidth, sumWidth);

    /// <summary>The group with that key, a new one with empty sums if there is none. Groups are counted in the order in which they were met.</summary>
    public int Find(ReadOnlySpan<long> key)
    {
        if (Count * 2 >= _slots.Length)
            Grow();
        for (var slot = Hash(key) & (_slots.Length - 1); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot] == 0)
            {
                _slots[slot] = Count + 1;
                return Add(key);
            }

            if (Key(_slots[slot] - 1).SequenceEqual(key))
                return _slots[slot] - 1;
        }
    }

    public void Clear()
    {
        if (_slots.Length > 1 << 14)
            _slots = new int[64]; // One large leaf must not make the clearing slow for all that follow.
        else
            Array.Clear(_slots);
        Count = 0;
    }

    /// <summary>All groups, ordered by their keys.</summary>
    public int[] InOrder()
    {
        var groups = new int[Count];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = i;
        }

        Array.Sort(groups, (left, right) => Key(left).SequenceCompareTo(Key(right)));
        return groups;
    }

    private int Add(ReadOnlySpan<long> key)
    {
        var group = Count++;
        if (Count * keyWidth > _keys.Length)
            Array.Resize(ref _keys, _keys.Length * 2);
        if (Count * sumWidth > _sums.Length)
            Array.Resize(ref _sums, _sums.Length * 2);
        key.CopyTo(_keys.AsSpan(group * keyWidth));
        Sums(group).Clear();
        return group;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var group = 0; group < Count; group++)
        {
            var slot = Hash(Key(group)) & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = group + 1;
        }
    }

    private static int Hash(ReadOnlySpan<long> key)
    {
        var hash = 17UL;
        foreach (var part in key)
        {
            hash = Mix.Of(hash, (ulong)part);
        }

        return (int)(hash >> 33);
    }
}
