using System.Text;

namespace BingAds.Contract;

/// <summary>A family of types that one member can hold, told apart by the JSON member <c>Type</c> or by <c>xsi:type</c>.</summary>
internal sealed class WireHierarchy
{
    private readonly string[] _types;
    private readonly NameTable _values;
    private readonly NameTable _typeNames;
    private readonly Func<int, ApiObject> _create;

    /// <param name="hasTypeMember">Whether the root also declares <c>Type</c> as an ordinary member.</param>
    /// <param name="values">Pairs of type name and JSON value, in one text: <c>Ad=Ad TextAd=Text ...</c>, the root first.</param>
    /// <param name="create">Makes an empty object of the type at a place of <paramref name="values"/>.</param>
    public WireHierarchy(bool hasTypeMember, string values, Func<int, ApiObject> create)
    {
        HasTypeMember = hasTypeMember;
        _create = create;
        var pairs = values.Split(' ');
        _types = Array.ConvertAll(pairs, static p => p[..p.IndexOf('=')]);
        _values = new NameTable(Array.ConvertAll(pairs, static p => Encoding.UTF8.GetBytes(p[(p.IndexOf('=') + 1)..])));
        _typeNames = new NameTable(Array.ConvertAll(_types, static t => Encoding.UTF8.GetBytes(t)));
    }

    public bool HasTypeMember { get; }

    /// <summary>Makes an object for the value of <c>Type</c>; the name of the type itself is taken too, and any case. Null if the value is new.</summary>
    public ApiObject? Create(ReadOnlySpan<byte> value)
    {
        var kind = _values.Find(value);
        if (kind < 0)
        {
            kind = _typeNames.Find(value);
        }

        if (kind < 0)
        {
            kind = _values.FindIgnoringCase(value);
        }

        if (kind < 0)
        {
            kind = _typeNames.FindIgnoringCase(value);
        }

        return kind < 0 ? null : _create(kind);
    }

    /// <summary>Makes an object of a type by its contract name, null if it is new.</summary>
    public ApiObject? CreateType(ReadOnlySpan<char> typeName)
    {
        for (var i = 0; i < _types.Length; i++)
        {
            if (typeName.SequenceEqual(_types[i]))
            {
                return _create(i);
            }
        }

        return null;
    }
}
