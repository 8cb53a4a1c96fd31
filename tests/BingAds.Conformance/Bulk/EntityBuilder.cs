using System.Collections;
using System.Globalization;
using System.Text.Json;
using BingAds.Bulk;

namespace BingAds.Conformance.Bulk;

/// <summary>Builds entities and their objects from JSON, by reflection.</summary>
internal static class EntityBuilder
{
    public static BulkEntity Entity(string className, JsonElement shape) => (BulkEntity)Object(className, shape);

    public static object Object(string className, JsonElement shape)
    {
        var type = KnownNames.FindClass(className) ?? throw new UnknownNameException($"unknown class {className}");
        var made = Activator.CreateInstance(type)!;
        Fill(made, shape);
        return made;
    }

    /// <summary>Sets all members that are listed.</summary>
    public static void Fill(object made, JsonElement shape)
    {
        foreach (var member in shape.EnumerateObject())
        {
            if (!member.Name.StartsWith('$'))
            {
                Set(made, member.Name, member.Value);
            }
        }
    }

    public static void Set(object target, string name, JsonElement value)
    {
        if (name.AsSpan().IndexOfAny('.', '[') >= 0)
        {
            MemberChain.Set(target, name, value);
            return;
        }

        if (KnownNames.Computed.Contains(name) || (target is BulkNegativeSites && name == "NegativeSites"))
        {
            return;
        }

        if (target is BulkEntity entity && name == "Errors")
        {
            foreach (var error in value.EnumerateArray())
            {
                entity.AddError((BulkError)Object("BulkError", error));
            }

            return;
        }

        var member = KnownNames.FindMember(target.GetType(), name) ?? throw new UnknownNameException($"unknown member {target.GetType().Name}.{name}");
        member.SetValue(target, Value(member.PropertyType, value));
    }

    public static object? Value(Type type, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return value.GetString();
        }

        if (type == typeof(DateTime))
        {
            return Clock(value.GetString()!);
        }

        if (type == typeof(bool))
        {
            return value.GetBoolean();
        }

        if (type == typeof(decimal))
        {
            return decimal.Parse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (type.IsPrimitive)
        {
            return Convert.ChangeType(double.IsInteger(value.GetDouble()) && type != typeof(double) ? (object)value.GetInt64() : value.GetDouble(), type, CultureInfo.InvariantCulture);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            var list = (IList)Activator.CreateInstance(type)!;
            foreach (var item in value.EnumerateArray())
            {
                list.Add(Value(type.GetGenericArguments()[0], item));
            }

            return list;
        }

        if (type.IsGenericType)
        {
            var map = (IDictionary)Activator.CreateInstance(type)!;
            foreach (var pair in Pairs(value))
            {
                map.Add(pair.Name, Value(type.GetGenericArguments()[1], pair.Value));
            }

            return map;
        }

        if (type.IsValueType)
        {
            var text = value.ValueKind == JsonValueKind.Array ? string.Join(", ", value.EnumerateArray().Select(static v => v.GetString())) : value.ToString();
            return Activator.CreateInstance(type, text);
        }

        return Object(value.TryGetProperty("$type", out var name) ? name.GetString()! : type.Name, value);
    }

    /// <summary>The pairs of a map: members of an object, or a list of objects with Key and Value.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Pairs(JsonElement map) => map.ValueKind == JsonValueKind.Array
        ? map.EnumerateArray().Select(static p => (p.GetProperty("Key").GetString()!, p.GetProperty("Value")))
        : map.EnumerateObject().Where(static p => p.Name != "$type").Select(static p => (p.Name, p.Value));

    /// <summary>Whether a text is the date that recordings have for none.</summary>
    public static bool IsFirstDay(string text) => text.StartsWith("0001-01-01T00:00:00", StringComparison.Ordinal);

    /// <summary>The clock's reading: a zone that is written beside it says nothing.</summary>
    public static DateTime Clock(string text) =>
        IsFirstDay(text) ? default : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).DateTime;
}

/// <summary>A recording names a class or a member that does not exist here.</summary>
internal sealed class UnknownNameException(string message) : Exception(message);
