using System.Text.Json.Nodes;
using BingAds.Contract;

namespace BingAds;

/// <summary>The values of an enum, as an object with a member for each: <c>factory.Create("AdStatus")["Paused"]</c>.</summary>
public sealed class ApiEnumValues : IApiObject
{
    internal ApiEnumValues(string typeName, IReadOnlyList<string> values)
    {
        TypeName = typeName;
        MemberNames = values;
    }

    /// <inheritdoc/>
    public string TypeName { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> MemberNames { get; }

    /// <inheritdoc/>
    public UnknownMembers Unknown { get; } = new();

    /// <summary>The text of a value by its name.</summary>
    /// <exception cref="ArgumentException">The enum has no such value; the message lists the nearest.</exception>
    /// <exception cref="NotSupportedException">On setting: the values are the contract's.</exception>
    public object? this[string member]
    {
        get => Find(member);
        set => throw new NotSupportedException("The values of an enum are the contract's.");
    }

    /// <inheritdoc/>
    public void SendNull(string member) => throw new NotSupportedException("The values of an enum are the contract's.");

    /// <inheritdoc/>
    public bool IsExplicitNull(string member) => false;

    /// <inheritdoc/>
    public JsonObject ToJson() => new(MemberNames.Select(static n => KeyValuePair.Create(n, (JsonNode?)JsonValue.Create(n))));

    private string Find(string member) =>
        MemberNames.FirstOrDefault(n => string.Equals(n, member, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"{TypeName} has no value '{member}'.{Nearest.Hint(member, MemberNames)}", nameof(member));
}
