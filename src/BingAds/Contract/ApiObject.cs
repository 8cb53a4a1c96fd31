using System.Text.Json.Nodes;
using BingAds.Contract.Json;
using BingAds.Contract.Xml;

namespace BingAds.Contract;

/// <summary>Base of all generated types and messages: what is the same for each of them.</summary>
public abstract class ApiObject : IApiObject
{
    // Rare things in one place, so that the usual object pays for one reference only.
    private UnknownMembers? _unknown;

    private protected ApiObject()
    {
    }

    /// <inheritdoc/>
    public string TypeName => WireType.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> MemberNames => Array.ConvertAll(WireType.Members, static m => m.Name);

    /// <inheritdoc/>
    public UnknownMembers Unknown => _unknown ??= new UnknownMembers();

    internal abstract WireType WireType { get; }

    internal UnknownMembers? UnknownOrNull => _unknown;

    internal bool HasExplicitNulls => _unknown?.ExplicitNulls is not null;

    /// <inheritdoc/>
    public object? this[string member]
    {
        get => GetMember(Place(member));
        set
        {
            var place = Place(member);
            SetMember(place, value);
            if (value is not null)
            {
                _unknown?.ExplicitNulls?.Remove(WireType.Members[place].Name);
            }
        }
    }

    /// <inheritdoc/>
    public void SendNull(string member)
    {
        var place = Place(member);
        SetMember(place, null);
        AddExplicitNull(WireType.Members[place].Name);
    }

    /// <inheritdoc/>
    public bool IsExplicitNull(string member) =>
        _unknown?.ExplicitNulls is { } nulls && nulls.Contains(member, StringComparer.Ordinal);

    /// <inheritdoc/>
    public JsonObject ToJson() => WireJson.ToNode(this);

    /// <summary>A copy of this object: its lists and objects are shared with it; explicit nulls and unknown members are kept.</summary>
    public ApiObject Clone()
    {
        var copy = (ApiObject)MemberwiseClone();
        copy._unknown = _unknown?.Copy();
        return copy;
    }

    /// <summary>The name of the type, for a debugger or a log: never the content, which may be confidential.</summary>
    public override string ToString() => TypeName;

    internal abstract void Write(ref JsonWireWriter writer);

    internal abstract void Write(ref XmlWireWriter writer);

    internal abstract void Read(ref JsonWireReader reader);

    internal abstract void Read(ref XmlWireReader reader);

    internal abstract object? GetMember(int index);

    internal abstract void SetMember(int index, object? value);

    private protected object? GetReserved(string member) => _unknown?.Reserved?.GetValueOrDefault(member);

    private protected void SetReserved(string member, object? value)
    {
        if (value is not null)
        {
            (Unknown.Reserved ??= new(StringComparer.Ordinal))[member] = value;
        }
        else
        {
            _unknown?.Reserved?.Remove(member);
        }
    }

    internal void AddExplicitNull(string member)
    {
        var nulls = Unknown.ExplicitNulls ??= [];
        if (!nulls.Contains(member, StringComparer.Ordinal))
        {
            nulls.Add(member);
        }
    }

    private int Place(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var place = WireType.IndexOf(member);
        return place >= 0
            ? place
            : throw new ArgumentException($"{TypeName} has no member '{member}'.{Nearest.Hint(member, MemberNames)}", nameof(member));
    }
}
