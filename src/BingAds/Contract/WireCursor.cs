namespace BingAds.Contract;

/// <summary>Where a reader is among the members of one object.</summary>
internal struct WireCursor(WireType type)
{
    // Two words in place of a UInt128, whose shifts cost more than all else in here.
    private ulong _seenLow;
    private ulong _seenHigh;

    public WireType Type { get; } = type;

    /// <summary>The object being read: gets the explicit nulls where a reader keeps them.</summary>
    public ApiObject? Owner { get; set; }

    /// <summary>Place of the member that most likely comes next: the contract's order.</summary>
    public int Expected { get; set; }

    /// <summary>Place of the current member, -1 if it is not known.</summary>
    public int Index { get; set; }

    /// <summary>XML: the element had no content.</summary>
    public bool IsEmpty { get; set; }

    public readonly bool IsSeen(int index) => ((index < 64 ? _seenLow : _seenHigh) & (1UL << index)) != 0;

    /// <summary>Notes a member; false if it was there before.</summary>
    public bool TryTake(int index)
    {
        ref var seen = ref index < 64 ? ref _seenLow : ref _seenHigh;
        var bit = 1UL << index;
        if ((seen & bit) != 0)
        {
            return false;
        }

        seen |= bit;
        Index = index;
        Expected = index + 1;
        return true;
    }
}
