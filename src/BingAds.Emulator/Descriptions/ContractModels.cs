namespace BingAds.Emulator.Descriptions;

/// <summary>How a service is met over SOAP.</summary>
internal sealed record ContractSoap(string PortType, string[] RequestHeaders, string[] ResponseHeaders);

/// <summary>How a service is met over REST.</summary>
internal sealed record ContractRest(string Prefix, string[] RequestHeaders);

/// <summary>One operation.</summary>
internal sealed record ContractOperation(string Name, string Action, string Request, string Response, string[] Faults, string Verb, string Path);

/// <summary>What goes in or comes out.</summary>
internal sealed record ContractMessage(string Name, string Kind, ContractField[] Fields);

/// <summary>A type with members of its own.</summary>
internal sealed record ContractType(string Name, string Ns, string? Base, string? JsonType, bool Struct, ContractField[] Fields);

/// <summary>A list of one kind of items.</summary>
internal sealed record ContractArray(string Name, string Ns, string Item, string Of, string[]? Entry);

/// <summary>An enum; its values in wire order.</summary>
internal sealed record ContractEnum(string Name, string Ns, bool Flags, Dictionary<string, long> Values, string[]? RemovedValues);

/// <summary>A family of types, told apart by a member in JSON.</summary>
internal sealed record ContractHierarchy(string Root, string Property, bool RootAbstract, Dictionary<string, string> Values);

/// <summary>One member.</summary>
internal sealed record ContractField(
    string Name, string Type, string? Array, bool Required, bool Removed, string? Json, bool JsonOmitNull)
{
    public bool IsNullable => Type.EndsWith('?');

    public bool IsList => Type.EndsWith(']') || Type.StartsWith("map<", StringComparison.Ordinal);

    /// <summary>The type of one value: without the marks of lists and of null.</summary>
    public string Bare => Type.TrimEnd('[', ']', '?');

    public string JsonName => Json ?? Name;
}
