using System.Collections;
using System.Text.Json.Nodes;

namespace BingAds.Contract;

/// <summary>The members of an object that this version does not know. They are written back unchanged in the format they came in.</summary>
public sealed class UnknownMembers : IReadOnlyCollection<UnknownMember>
{
    private readonly List<UnknownMember> _members = [];

    /// <inheritdoc/>
    public int Count => _members.Count;

    /// <summary>
    /// The value of <c>Type</c> (REST) or the name in <c>xsi:type</c> (SOAP) if the object is of a subtype that this version does not know;
    /// empty if the service left it out; null for all others.
    /// </summary>
    public string? TypeName { get; internal set; }

    /// <summary>The XML namespace of <see cref="TypeName"/>, if it came by SOAP.</summary>
    internal string? TypeNamespace { get; set; }

    /// <summary>Members that are sent as null. They are here so that the usual object, which has none, pays for one reference only.</summary>
    internal List<string>? ExplicitNulls { get; set; }

    /// <summary>Values of members that the service reserves, kept here for the same reason.</summary>
    internal Dictionary<string, object>? Reserved { get; set; }

    /// <summary>The raw value of a member: JSON text, or an XML element; null if there is none of this name.</summary>
    public string? this[string name] => _members.Find(m => string.Equals(m.Name, name, StringComparison.Ordinal))?.Raw;

    /// <summary>Adds a member to be sent that this version does not know, in its JSON form (REST only).</summary>
    /// <exception cref="ArgumentException">There is such a member already.</exception>
    public void Add(string name, JsonNode? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!TryAdd(new UnknownMember(name, value?.ToJsonString() ?? "null", IsXml: false)))
        {
            throw new ArgumentException($"There is a member '{name}' already.", nameof(name));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<UnknownMember> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A JSON object has each name once; XML may repeat an element.</summary>
    internal bool TryAdd(UnknownMember member)
    {
        if (!member.IsXml && _members.Exists(m => !m.IsXml && string.Equals(m.Name, member.Name, StringComparison.Ordinal)))
        {
            return false;
        }

        _members.Add(member);
        return true;
    }

    internal UnknownMembers Copy()
    {
        var copy = new UnknownMembers { TypeName = TypeName, TypeNamespace = TypeNamespace };
        copy._members.AddRange(_members);
        copy.ExplicitNulls = ExplicitNulls is null ? null : [.. ExplicitNulls];
        copy.Reserved = Reserved is null ? null : new(Reserved, StringComparer.Ordinal);
        return copy;
    }
}
