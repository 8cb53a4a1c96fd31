namespace BingAds.Generator.Docs;

/// <summary>A member as the contract has it.</summary>
internal sealed record FieldShape(string Name, string Type)
{
    public bool IsList => Type.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>The type of a single value: without list and nullable marks.</summary>
    public string Element => Type.Replace("[]", "", StringComparison.Ordinal).TrimEnd('?').Replace("?", "", StringComparison.Ordinal);
}

/// <summary>A type, request or response.</summary>
internal sealed record OwnerShape(string Name, string? Base, OwnerKind Kind, IReadOnlyList<FieldShape> Fields)
{
    public FieldShape? Find(string member) => Fields.FirstOrDefault(field => field.Name == member);
}

internal enum OwnerKind
{
    Type,
    Request,
    Response,
}

internal sealed record EnumShape(string Name, bool IsFlags, IReadOnlySet<string> Values);

internal sealed record OperationShape(string Name, string Verb, string Path, bool IsIdempotent, string Request, string Response);
