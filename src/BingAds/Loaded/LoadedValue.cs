using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using BingAds.Contract;

namespace BingAds.Loaded;

/// <summary>Fits values that a caller gives into members of loaded types, and shows them as JSON.</summary>
internal static class LoadedValue
{
    /// <exception cref="ArgumentException">The value does not fit.</exception>
    public static object? Fit(ServiceContract contract, LoadedMember member, object? value)
    {
        if (value is null)
            return null;
        var type = contract.Resolve(member.Type);
        if (type?.Item is { } item && !member.IsRepeated)
            return Items(contract, item with { IsRepeated = false }, value);
        if (member.IsRepeated)
            return Items(contract, member with { IsRepeated = false }, value);
        var name = member.Name.LocalName;
        if (type is { Values: { } values })
            return Enum(type, values, name, value);
        if (type is not null && (type.Own.Length > 0 || type.BaseName is { } parent && contract.FindType(parent) is not null))
            return Object(contract, type, name, value);
        return contract.Primitive(member.Type) switch
        {
            "boolean" => MemberValue.Boolean(value, name),
            "unsignedByte" => MemberValue.Byte(value, name),
            "short" => MemberValue.Int16(value, name),
            "int" => MemberValue.Int32(value, name),
            "long" => MemberValue.Int64(value, name),
            "double" or "float" => MemberValue.Double(value, name),
            "decimal" => MemberValue.Decimal(value, name),
            "dateTime" or "date" => MemberValue.DateTime(value, name),
            "base64Binary" => MemberValue.Bytes(value, name),
            _ => MemberValue.Text(value, name),
        };
    }

    public static JsonObject ToJson(UntypedObject value)
    {
        var json = new JsonObject();
        for (var i = 0; i < value.MemberNames.Count; i++)
        {
            if (value.Value(i) is { } set)
                json[value.MemberNames[i]] = Node(set);
            else if (value.IsNull(i))
                json[value.MemberNames[i]] = null;
        }

        return json;
    }

    private static List<object?> Items(ServiceContract contract, LoadedMember item, object value) => value switch
    {
        // A list shape made by name: an object whose one member is the list.
        UntypedObject or string or IDictionary<string, object?> or JsonObject => throw new ArgumentException($"'{item.Name.LocalName}' takes a list.", item.Name.LocalName),
        IEnumerable items => [.. items.Cast<object?>().Select(i => Fit(contract, item, i))],
        _ => throw new ArgumentException($"'{item.Name.LocalName}' takes a list.", item.Name.LocalName),
    };

    // Values that are newer than the description are let through, as everywhere.
    private static string? Enum(LoadedType type, string[] values, string member, object value)
    {
        var text = value is IEnumerable<string> several ? FlagNames.Join(several) : value is JsonNode ? MemberValue.Text(value, member) : value.ToString();
        if (type.IsFlags || text is null)
            return text;
        return values.FirstOrDefault(v => string.Equals(v, text, StringComparison.OrdinalIgnoreCase)) ?? text;
    }

    private static UntypedObject Object(ServiceContract contract, LoadedType declared, string member, object value)
    {
        switch (value)
        {
            case UntypedObject untyped:
                return IsA(contract, untyped.Type, declared) ? untyped : throw Unfit(member, declared, untyped.TypeName);
            case IApiObject typed:
                var copy = contract.TryCreate(typed.TypeName) is { } same && IsA(contract, same.Type, declared) ? same : throw Unfit(member, declared, typed.TypeName);
                foreach (var name in typed.MemberNames.Where(n => typed[n] is not null && copy.MemberNames.Contains(n)))
                {
                    copy[name] = typed[name];
                }

                return copy;
            case IEnumerable<KeyValuePair<string, object?>> members:
                return Fill(new UntypedObject(contract, declared), members);
            case JsonObject json:
                return Fill(new UntypedObject(contract, declared), json.Select(static p => KeyValuePair.Create(p.Key, (object?)p.Value)));
            default:
                throw Unfit(member, declared, value.GetType().Name);
        }
    }

    public static UntypedObject Fill(UntypedObject target, IEnumerable<KeyValuePair<string, object?>> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is null)
                target.SendNull(name);
            else
                target[name] = value;
        }

        return target;
    }

    private static bool IsA(ServiceContract contract, LoadedType? type, LoadedType other)
    {
        for (var at = type; at is not null; at = at.BaseName is { } name ? contract.FindType(name) : null)
        {
            if (at == other)
                return true;
        }

        return false;
    }

    private static ArgumentException Unfit(string member, LoadedType declared, string given) =>
        new($"'{member}' takes an object of type {declared.Name.LocalName}; a {given} does not fit.", member);

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        UntypedObject inner => ToJson(inner),
        List<object?> list => new JsonArray([.. list.Select(Node)]),
        bool flag => JsonValue.Create(flag),
        byte or short or int => JsonValue.Create(Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        // As REST sends it: 64-bit numbers are text.
        long number => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        double number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        DateTime time => JsonValue.Create(LoadedText.Of(time)),
        byte[] bytes => JsonValue.Create(Convert.ToBase64String(bytes)),
        _ => JsonValue.Create(value.ToString()),
    };
}
