using System.Text.Json.Nodes;

namespace BingAds.Contract;

/// <summary>Any object of the API, also for code that knows its members only by name.</summary>
public interface IApiObject
{
    /// <summary>Name of the type or message in the contract, for example <c>Campaign</c>.</summary>
    string TypeName { get; }

    /// <summary>Names of all members that this version knows, in the order of the contract, those of base types first.</summary>
    IReadOnlyList<string> MemberNames { get; }

    /// <summary>Members that came with an answer and that this version does not know. They are written back unchanged.</summary>
    UnknownMembers Unknown { get; }

    /// <summary>
    /// The value of a member by its name (any case); null = not set. The setter converts what can be converted without loss: numbers and
    /// their text, enum names, arrays and other sequences to lists, <see cref="JsonNode"/>s and dictionaries to objects.
    /// </summary>
    /// <exception cref="ArgumentException">No member has this name (the message lists the nearest), or the value does not fit.</exception>
    object? this[string member] { get; set; }

    /// <summary>Sends an explicit null for a member that is null, where otherwise it would be left out. Setting a value ends it.</summary>
    /// <exception cref="ArgumentException">No member has this name.</exception>
    void SendNull(string member);

    /// <summary>Whether <see cref="SendNull"/> was asked for this member.</summary>
    bool IsExplicitNull(string member);

    /// <summary>The object as JSON, in the form that REST uses.</summary>
    JsonObject ToJson();
}
