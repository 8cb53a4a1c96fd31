using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Loaded;

namespace BingAds;

/// <summary>An object of a contract that was loaded at run time: its members are met by name. Made by <see cref="ServiceContract.Create"/>, or read from an answer.</summary>
/// <remarks>
/// Values are what XML says they are: <see cref="long"/>, <see cref="int"/>, <see cref="bool"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="DateTime"/>, bytes, text; an
/// enum is its text; a list is a <c>List&lt;object?&gt;</c>; an object is another of this class.
/// </remarks>
public sealed class UntypedObject : IApiObject
{
    private readonly object?[] _values;
    private readonly HashSet<string> _nulls = new(StringComparer.Ordinal);

    internal UntypedObject(ServiceContract contract, LoadedType type)
    {
        Contract = contract;
        Type = type;
        Members = contract.Members(type);
        _values = new object?[Members.Count];
        MemberNames = [.. Members.Select(static m => m.Name.LocalName)];
    }

    /// <inheritdoc/>
    public string TypeName => Type.Name.LocalName;

    /// <inheritdoc/>
    public IReadOnlyList<string> MemberNames { get; }

    /// <inheritdoc/>
    public UnknownMembers Unknown { get; } = new();

    /// <summary>The service's id of the request whose answer this is, to be given to its support; null for all else.</summary>
    public string? TrackingId { get; internal set; }

    /// <summary>The contract that it is an object of.</summary>
    public ServiceContract Contract { get; }

    internal LoadedType Type { get; }

    internal IReadOnlyList<LoadedMember> Members { get; }

    /// <inheritdoc/>
    public object? this[string member]
    {
        get => _values[Place(member)];
        set
        {
            var place = Place(member);
            _values[place] = LoadedValue.Fit(Contract, Members[place], value);
            if (value is not null)
                _nulls.Remove(MemberNames[place]);
        }
    }

    /// <inheritdoc/>
    public void SendNull(string member)
    {
        var place = Place(member);
        _values[place] = null;
        _nulls.Add(MemberNames[place]);
    }

    /// <inheritdoc/>
    public bool IsExplicitNull(string member) => _nulls.Contains(MemberNames[Place(member)]);

    /// <inheritdoc/>
    public JsonObject ToJson() => LoadedValue.ToJson(this);

    /// <summary>The name of the type: never the content, which may be confidential.</summary>
    public override string ToString() => TypeName;

    internal object? Value(int place) => _values[place];

    internal bool IsNull(int place) => _nulls.Contains(MemberNames[place]);

    internal void Set(int place, object? value) => _values[place] = value;

    private int Place(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        for (var i = 0; i < MemberNames.Count; i++)
        {
            if (string.Equals(MemberNames[i], member, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        throw new ArgumentException($"{TypeName} has no member '{member}'.{Nearest.Hint(member, MemberNames)}", nameof(member));
    }
}
