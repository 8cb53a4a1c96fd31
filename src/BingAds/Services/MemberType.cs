namespace BingAds;

/// <summary>What the contract says of a member's type.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="TypeName">Type expression of the contract: <c>long?</c>, <c>string[]</c>, <c>Bid</c>.</param>
/// <param name="Kind">What kind of type that is.</param>
/// <param name="IsRequired">Whether the contract wants the member in each object.</param>
public sealed record MemberType(string Name, string TypeName, MemberTypeKind Kind, bool IsRequired);
