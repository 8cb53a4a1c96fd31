namespace BingAds.Emulator;

/// <summary>What was asked: exact counts by call, and the latest requests themselves.</summary>
public sealed class RequestJournal
{
    /// <summary>How many requests are kept; counts go on beyond.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, JournalEntry> _entries = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private long _number;

    /// <summary>The latest requests, in the order of their arrival. One is there before the first byte of its answer goes out, so who has an answer finds it here.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Values];
            }
        }
    }

    /// <summary>Counts of all calls made so far.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (_gate)
            {
                return new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>How many requests of a call came, refused ones included. For <c>token</c>: since the access tokens were last made to expire.</summary>
    /// <param name="call">Service and operation, such as <c>CampaignManagement.AddCampaigns</c>, or <c>token</c>.</param>
    public int Count(string call)
    {
        lock (_gate)
        {
            return _counts.GetValueOrDefault(call);
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _counts.Clear();
            _number = 0;
        }
    }

    internal void Restart(string call)
    {
        lock (_gate)
        {
            _counts.Remove(call);
        }
    }

    /// <summary>Counts a request at once, before it is answered, so that a reader never sees too few.</summary>
    internal long Begin(string call)
    {
        lock (_gate)
        {
            _counts[call] = _counts.GetValueOrDefault(call) + 1;
            return ++_number;
        }
    }

    /// <summary>Notes an answer, or more of what is known of it.</summary>
    internal void Note(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries[entry.Number] = entry;
            if (_entries.Count > Capacity)
                _entries.Remove(_entries.First().Key);
        }
    }
}
