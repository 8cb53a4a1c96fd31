using System.Runtime.CompilerServices;

namespace BingAds.Contract;

/// <summary>
/// Collects a list whose length is known only at its end. Most lists of the API are short, and get exactly the room that they need; a long one
/// grows as any list does.
/// </summary>
internal struct ListBuilder<T>
{
    private const int Short = 8;

    private Items _items;
    private int _count;
    private List<T>? _long;

    public void Add(T item)
    {
        if (_count < Short)
        {
            _items[_count++] = item;
            return;
        }

        if (_long is null)
        {
            _long = new List<T>(Short * 2);
            _long.AddRange((ReadOnlySpan<T>)_items);
        }

        _long.Add(item);
    }

    public readonly List<T> ToList()
    {
        if (_long is not null)
        {
            return _long;
        }

        var list = new List<T>(_count);
        list.AddRange(((ReadOnlySpan<T>)_items)[.._count]);
        return list;
    }

    [InlineArray(Short)]
    private struct Items
    {
        private T _first;
    }
}
