using System.Runtime.InteropServices;

namespace BingAds.Bulk.Upload;

/// <summary>What the parts of an upload have introduced so far, and which real ids have come of it. Used by the maker of the parts and by those who read results.</summary>
internal sealed class ReferenceBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Kind, long Key), Definition> _keys = [];
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _introduced = [];

    /// <summary>Notes what an entity introduces, as it goes into a part.</summary>
    public void Add(string recordType, RowReferences references, int part, long index)
    {
        if (references.Key == 0 && references.Introduced.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (references.Key != 0)
            {
                _kinds.Add(recordType);
                _keys[(recordType, references.Key)] = new Definition(part, index, 0);
            }

            foreach (var name in references.Introduced)
            {
                _introduced[name] = part;
            }
        }
    }

    /// <summary>The real id for a reference key, once its part's result is there; 0 for none.</summary>
    public void Resolve(string recordType, long key, long index, long id)
    {
        lock (_lock)
        {
            ref var definition = ref CollectionsMarshal.GetValueRefOrNullRef(_keys, (recordType, key));
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref definition) && definition.Index == index)
            {
                definition = definition with { Id = id };
            }
        }
    }

    /// <summary>Who introduced a reference key; null if no earlier row did, so that the service is to judge it.</summary>
    public Definition? Find(RowReference reference)
    {
        lock (_lock)
        {
            if (reference.Kind is { } kind)
            {
                return _keys.TryGetValue((kind, reference.Key), out var one) ? one : null;
            }

            // One that may be of several kinds is known only if there is one.
            Definition? found = null;
            foreach (var candidate in _kinds)
            {
                if (_keys.TryGetValue((candidate, reference.Key), out var definition))
                {
                    if (found is not null)
                    {
                        return null;
                    }

                    found = definition;
                }
            }

            return found;
        }
    }

    /// <summary>The last part that introduced any of some names; null if none did.</summary>
    public int? LastPartOf(List<long> names)
    {
        if (names.Count == 0)
        {
            return null;
        }

        lock (_lock)
        {
            int? last = null;
            foreach (var name in names)
            {
                if (_introduced.TryGetValue(name, out var part) && !(part < last))
                {
                    last = part;
                }
            }

            return last;
        }
    }

    /// <summary>Who introduced a reference key.</summary>
    /// <param name="Part">Number of the part.</param>
    /// <param name="Index">Number of the input.</param>
    /// <param name="Id">The real id; 0 as long as none is known.</param>
    internal readonly record struct Definition(int Part, long Index, long Id);
}
