namespace BingAds.Contract;

/// <summary>What reading and writing need to know of one type or message of the contract.</summary>
internal sealed class WireType
{
    private readonly Func<WireHierarchy>? _hierarchy;
    private WireHierarchy? _made;
    private NameTable? _names;

    /// <param name="name">Name in the contract: the local name of <c>xsi:type</c>, or the body element of a message.</param>
    /// <param name="ns">Namespace of that name.</param>
    /// <param name="create">Makes an empty object.</param>
    /// <param name="members">All members, those of the bases first: the order on the wire.</param>
    /// <param name="baseType">The base type of the contract, if there is one.</param>
    /// <param name="discriminator">Value of the JSON member <c>Type</c>; null outside hierarchies.</param>
    /// <param name="hierarchy">The family it belongs to; null outside hierarchies.</param>
    public WireType(
        string name, WireNamespace ns, Func<ApiObject> create, WireMember[] members,
        WireType? baseType = null, string? discriminator = null, Func<WireHierarchy>? hierarchy = null)
    {
        Name = name;
        Namespace = ns;
        Create = create;
        Members = members;
        Base = baseType;
        Discriminator = discriminator;
        _hierarchy = hierarchy;
    }

    public string Name { get; }

    public WireNamespace Namespace { get; }

    public Func<ApiObject> Create { get; }

    public WireMember[] Members { get; }

    public WireType? Base { get; }

    public string? Discriminator { get; }

    /// <summary>Made on first use: a program that only writes needs none, and most types are never met.</summary>
    public WireHierarchy? Hierarchy => _made ?? (_hierarchy is null ? null : _made = _hierarchy());

    // Two threads may make it at the same time: both are equal and one wins.
    public NameTable Names => _names ??= new NameTable(Array.ConvertAll(Members, static m => m.Utf8));

    public bool IsA(WireType other)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (ReferenceEquals(type, other))
            {
                return true;
            }
        }

        return false;
    }

    public int IndexOf(string name)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (string.Equals(Members[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        for (var i = 0; i < Members.Length; i++)
        {
            if (string.Equals(Members[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
