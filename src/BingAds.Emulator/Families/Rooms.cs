using BingAds.Emulator.Store;

namespace BingAds.Emulator.Families;

/// <summary>How many children parents have, counted once a call: a file of 20,000 keywords for one ad group must not count them 20,000 times.</summary>
internal sealed class Rooms(StoreSession session)
{
    private readonly Dictionary<(string Family, long Parent), int> _counts = [];
    private readonly Dictionary<string, int> _ofAccount = [];

    public bool HasRoom(string family, long parent, int capacity)
    {
        if (capacity == int.MaxValue)
            return true;
        if (!_counts.TryGetValue((family, parent), out var count))
            _counts[(family, parent)] = count = session.Entities.Count(family, parent);
        return count < capacity;
    }

    /// <summary>Whether the account of the call may have one more, whatever the parents.</summary>
    public bool AccountHasRoom(string family, long account, int capacity)
    {
        if (!_ofAccount.TryGetValue(family, out var count))
            _ofAccount[family] = count = session.Entities.CountOfAccount(family, account);
        return count < capacity;
    }

    /// <summary>One more is there.</summary>
    public void Take(string family, long parent)
    {
        if (_counts.TryGetValue((family, parent), out var count))
            _counts[(family, parent)] = count + 1;
        if (_ofAccount.TryGetValue(family, out count))
            _ofAccount[family] = count + 1;
    }

    /// <summary>Some are gone: what is asked next is counted anew.</summary>
    public void Forget(string family, long parent)
    {
        _counts.Remove((family, parent));
        _ofAccount.Remove(family);
    }
}
