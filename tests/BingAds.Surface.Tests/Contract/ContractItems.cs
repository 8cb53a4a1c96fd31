namespace BingAds.Surface.Tests.Contract;

internal sealed record ContractOperation(string Name, string Action, string Request, string Response, string Verb, string Path, bool IsIdempotent);

/// <summary>A type or a message; <paramref name="Namespace"/> is that of its elements.</summary>
internal sealed record ContractType(string Name, string Namespace, string? Base, IReadOnlyList<ContractField> Fields);

internal sealed record ContractField(string XmlName, string JsonName, string Type, string? List);

internal sealed record ContractList(string Item, string Namespace);

/// <summary>Values by name, with the numbers that other clients give them.</summary>
internal sealed record ContractEnum(string Name, bool IsFlags, IReadOnlyDictionary<string, long> Values);

/// <summary>Values of <c>Type</c> by type name. An abstract root is only the declared type of members: it has no value itself and is never sent.</summary>
internal sealed record ContractHierarchy(string Root, bool HasTypeMember, bool IsRootAbstract, string? NestedIn, IReadOnlyDictionary<string, string> Values)
{
    public bool IsAbstract(string type) => IsRootAbstract && type == Root;
}
