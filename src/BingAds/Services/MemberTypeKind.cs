namespace BingAds;

/// <summary>Kinds of member types.</summary>
public enum MemberTypeKind
{
    /// <summary>A number, a text, a date, bytes, or true and false.</summary>
    Value,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>An object with members of its own.</summary>
    Object,

    /// <summary>A list, or a map of texts.</summary>
    List,
}
