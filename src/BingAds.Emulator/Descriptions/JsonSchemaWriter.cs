using System.Text.Json;

namespace BingAds.Emulator.Descriptions;

/// <summary>Writes the JSON schemas of a service: messages, types with all their members, families and enums.</summary>
internal sealed class JsonSchemaWriter(ServiceContract contract, Utf8JsonWriter writer)
{
    private const string Int64 = "Int64";
    private const string Pair = "TextPair";
    private const string Root = "#/components/schemas/";

    // The service writes whole seconds too, and no zone.
    private const string DateTimePattern = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?Z?$";

    /// <summary>Name of the schema that takes any type of a family.</summary>
    public static string AnyOf(string root) => "Any" + root;

    public void Write()
    {
        writer.WriteStartObject("schemas");
        writer.WriteStartObject(Int64);
        writer.WriteStartArray("type");
        writer.WriteStringValue("string");
        writer.WriteStringValue("integer");
        writer.WriteEndArray();
        writer.WriteString("pattern", "^-?[0-9]{1,19}$");
        writer.WriteEndObject();
        WritePair();
        foreach (var message in contract.Messages)
        {
            writer.WriteStartObject(message.Name);
            Members(message.Fields, null, null);
            writer.WriteEndObject();
        }

        foreach (var type in contract.Types)
        {
            writer.WriteStartObject(type.Name);
            Members(contract.AllFields(type), type.JsonType is null ? null : HierarchyOf(type)?.Property, type.JsonType);
            writer.WriteEndObject();
        }

        foreach (var family in contract.Hierarchies)
        {
            Family(family);
        }

        foreach (var values in contract.Enums)
        {
            writer.WriteStartObject(values.Name);
            Enum(values);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WritePair()
    {
        writer.WriteStartObject(Pair);
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var part in (ReadOnlySpan<string>)["Key", "Value"])
        {
            writer.WriteStartObject(part);
            Types("string", isNullable: true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // A request may leave anything out, and a response may have more than this version knows: so nothing is required but what tells types apart.
    private void Members(IEnumerable<ContractField> fields, string? discriminator, string? value)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        if (discriminator is not null)
        {
            writer.WriteStartObject(discriminator);
            writer.WriteString("const", value);
            writer.WriteEndObject();
        }

        foreach (var field in fields.Where(f => !f.Removed && f.JsonName != discriminator))
        {
            writer.WriteStartObject(field.JsonName);
            Value(field.Type, mayBeNull: true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        if (discriminator is null)
            return;
        writer.WriteStartArray("required");
        writer.WriteStringValue(discriminator);
        writer.WriteEndArray();
    }

    private void Family(ContractHierarchy family)
    {
        var members = family.Values.Where(v => !(family.RootAbstract && v.Key == family.Root)).ToList();
        writer.WriteStartObject(AnyOf(family.Root));
        writer.WriteStartArray("oneOf");
        foreach (var (type, _) in members)
        {
            writer.WriteStartObject();
            writer.WriteString("$ref", Root + type);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("discriminator");
        writer.WriteString("propertyName", family.Property);
        writer.WriteStartObject("mapping");
        foreach (var (type, value) in members)
        {
            writer.WriteString(value, Root + type);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Enum(ContractEnum values)
    {
        writer.WriteString("type", "string");
        if (values.Flags)
        {
            var names = string.Join('|', values.Values.Keys);
            writer.WriteString("pattern", $"^({names})(, ?({names}))*$");
            writer.WriteString("description", "One name, or several with commas between them.");
            return;
        }

        writer.WriteStartArray("enum");
        foreach (var name in values.Values.Keys)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private void Value(string type, bool mayBeNull)
    {
        if (type == "map<string,string>")
        {
            List(mayBeNull, () => Reference(Pair, isNullable: false));
            return;
        }

        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            var item = type[..^2];

            // What was asked for and is not there is null at its place.
            List(mayBeNull, () => Value(item, mayBeNull: contract.FindEnum(item) is null));
            return;
        }

        var isNullable = mayBeNull || type.EndsWith('?');
        var bare = type.TrimEnd('?');
        switch (bare)
        {
            case "string": Types("string", isNullable); break;
            case "bool": Types("boolean", isNullable); break;
            case "byte" or "short" or "int": Types("integer", isNullable); break;
            case "double" or "decimal": Types("number", isNullable); break;
            case "long": Reference(Int64, isNullable); break;
            case "dateTime":
                Types("string", isNullable);
                writer.WriteString("pattern", DateTimePattern);
                break;
            case "base64":
                Types("string", isNullable);
                writer.WriteString("contentEncoding", "base64");
                break;
            default: Reference(contract.FindHierarchy(bare) is null ? bare : AnyOf(bare), isNullable); break;
        }
    }

    private void List(bool isNullable, Action writeItem)
    {
        Types("array", isNullable);
        writer.WriteStartObject("items");
        writeItem();
        writer.WriteEndObject();
    }

    private void Types(string type, bool isNullable)
    {
        if (!isNullable)
        {
            writer.WriteString("type", type);
            return;
        }

        writer.WriteStartArray("type");
        writer.WriteStringValue(type);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    private void Reference(string schema, bool isNullable)
    {
        if (!isNullable)
        {
            writer.WriteString("$ref", Root + schema);
            return;
        }

        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        writer.WriteString("$ref", Root + schema);
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "null");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private ContractHierarchy? HierarchyOf(ContractType type) => contract.Hierarchies.FirstOrDefault(h => h.Values.ContainsKey(type.Name));
}
