using BingAds.Generator.Model;

namespace BingAds.Generator.Refine;

/// <summary>From a field of the contract to a member in C#: everything is nullable, and null means not set.</summary>
internal static class MemberRules
{
    // What every object has already.
    private static readonly HashSet<string> s_taken = new(StringComparer.Ordinal)
    {
        "TypeName", "MemberNames", "Unknown", "SendNull", "IsExplicitNull", "ToJson", "Clone", "ToString", "Equals", "GetHashCode", "GetType",
    };

    public static Member Refine(Contract contract, FieldModel field, bool isInResponse)
    {
        var (kind, element) = Classify(contract, field.Type);
        if (isInResponse && kind == MemberKind.Int64List)
        {
            kind = MemberKind.NullableInt64List; // Ids of what was added: one that failed leaves a null.
        }

        var name = s_taken.Contains(field.Name) ? field.Name + "_" : field.Name;
        return new Member(name, "s_" + char.ToLowerInvariant(name[0]) + name[1..], kind, element, PropertyType(kind, element, isInResponse));
    }

    /// <summary>Lists at the top of a response: never null, and their items may be, where an item of the request failed.</summary>
    public static bool IsList(MemberKind kind) => kind is >= MemberKind.TextList and <= MemberKind.ObjectListList;

    private static (MemberKind Kind, string? Element) Classify(Contract contract, string type)
    {
        if (type == "map<string,string>")
        {
            return (MemberKind.TextMap, null);
        }

        if (type.EndsWith("[][]", StringComparison.Ordinal))
        {
            return (MemberKind.ObjectListList, type[..^4]);
        }

        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return ClassifyList(contract, type[..^2]);
        }

        var plain = type.TrimEnd('?');
        return plain switch
        {
            "bool" => (MemberKind.Boolean, null),
            "byte" => (MemberKind.Byte, null),
            "short" => (MemberKind.Int16, null),
            "int" => (MemberKind.Int32, null),
            "long" => (MemberKind.Int64, null),
            "double" => (MemberKind.Double, null),
            "decimal" => (MemberKind.Decimal, null),
            "dateTime" => (MemberKind.DateTime, null),
            "string" => (MemberKind.Text, null),
            "base64" => (MemberKind.Bytes, null),
            _ when contract.FindEnum(plain) is { } e => (e.IsFlags ? MemberKind.Flags : MemberKind.Enum, plain),
            _ when contract.FindType(plain) is not null => (MemberKind.Object, plain),
            _ => throw new InvalidDataException($"{contract.Service}: the type '{type}' is neither a primitive nor in the contract."),
        };
    }

    private static (MemberKind Kind, string? Element) ClassifyList(Contract contract, string item) => item switch
    {
        "string" => (MemberKind.TextList, null),
        "int" => (MemberKind.Int32List, null),
        "long" => (MemberKind.Int64List, null),
        "long?" => (MemberKind.NullableInt64List, null),
        _ when contract.FindEnum(item) is not null => (MemberKind.EnumList, item),
        _ when contract.FindType(item) is not null => (MemberKind.ObjectList, item),
        _ => throw new InvalidDataException($"{contract.Service}: a list of '{item}' is not possible."),
    };

    private static string PropertyType(MemberKind kind, string? element, bool isInResponse)
    {
        var item = isInResponse ? "?" : "";
        return kind switch
        {
            MemberKind.Boolean => "bool?",
            MemberKind.Byte => "byte?",
            MemberKind.Int16 => "short?",
            MemberKind.Int32 => "int?",
            MemberKind.Int64 => "long?",
            MemberKind.Double => "double?",
            MemberKind.Decimal => "decimal?",
            MemberKind.DateTime => "DateTime?",
            MemberKind.Text => "string?",
            MemberKind.Bytes => "byte[]?",
            MemberKind.TextList => "List<string>?",
            MemberKind.Int32List => "List<int>?",
            MemberKind.Int64List => "List<long>?",
            MemberKind.NullableInt64List => "List<long?>?",
            MemberKind.EnumList => $"List<{element}>?",
            MemberKind.ObjectList => $"List<{element}{item}>?",
            MemberKind.ObjectListList => $"List<List<{element}>{item}>?",
            MemberKind.TextMap => "Dictionary<string, string?>?",
            _ => element + "?",
        };
    }
}
