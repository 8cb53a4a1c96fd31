using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BingAds.Contract;

/// <summary>Fits values that a caller gives by member name into the members' own types, where nothing is lost by it.</summary>
internal static class MemberValue
{
    public static bool? Boolean(object? value, string member) => Plain(value) switch
    {
        null => null,
        bool b => b,
        string s when bool.TryParse(s, out var b) => b,
        var other => throw Unfit(member, "true or false", other),
    };

    public static byte? Byte(object? value, string member) => (byte?)Integer(value, byte.MinValue, byte.MaxValue, member);

    public static short? Int16(object? value, string member) => (short?)Integer(value, short.MinValue, short.MaxValue, member);

    public static int? Int32(object? value, string member) => (int?)Integer(value, int.MinValue, int.MaxValue, member);

    public static long? Int64(object? value, string member) => Integer(value, long.MinValue, long.MaxValue, member);

    // A cast from decimal loses the last digit of some numbers, which their text does not.
    public static double? Double(object? value, string member) => Number(value) ?? Plain(value) switch
    {
        null => null,
        double d => d,
        float f => f,
        decimal m => double.Parse(m.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        string s when double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) => d,
        var other when IsInteger(other) => Convert.ToDouble(other, CultureInfo.InvariantCulture),
        var other => throw Unfit(member, "a number", other),
    };

    public static decimal? Decimal(object? value, string member) => Plain(value) switch
    {
        null => null,
        decimal m => m,
        double d when TryDecimal(d, out var m) => m,
        string s when decimal.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var m) => m,
        var other when IsInteger(other) => Convert.ToDecimal(other, CultureInfo.InvariantCulture),
        var other => throw Unfit(member, "a number", other),
    };

    public static DateTime? DateTime(object? value, string member) => Plain(value) switch
    {
        null => null,
        DateTime d => d,
        DateTimeOffset o => o.UtcDateTime,
        DateOnly d => d.ToDateTime(TimeOnly.MinValue),
        string s when DateTimeText.TryParse(Encoding.UTF8.GetBytes(s), out var d) => d,
        var other => throw Unfit(member, "a date", other),
    };

    public static string? Text(object? value, string member) => Plain(value) switch
    {
        null => null,
        string s => s,
        var other when IsInteger(other) || other is decimal or double => Convert.ToString(other, CultureInfo.InvariantCulture),
        bool b => b ? "true" : "false",
        Uri uri => uri.OriginalString,
        var other => throw Unfit(member, "text", other),
    };

    public static byte[]? Bytes(object? value, string member) => Plain(value) switch
    {
        null => null,
        byte[] b => b,
        string s when TryBase64(s, out var b) => b,
        var other => throw Unfit(member, "bytes or base64 text", other),
    };

    public static T? Enum<T>(object? value, string member)
        where T : struct, IOpenEnum<T> => Plain(value) switch
        {
            null => null,
            T t => t,
            string s => T.Table.Find(s) is { } text ? T.From(text) : null,
            int n => T.From(EnumTable.Number(Encoding.UTF8.GetBytes(n.ToString(CultureInfo.InvariantCulture)))),
            long n => T.From(EnumTable.Number(Encoding.UTF8.GetBytes(n.ToString(CultureInfo.InvariantCulture)))),
            IEnumerable<string> names when T.Table.IsFlags => T.Table.Find(FlagNames.Join(names)) is { } text ? T.From(text) : null,
            var other => throw Unfit(member, $"a value of {T.Table.Name}", other),
        };

    public static T? Object<T>(object? value, WireType declared, string member)
        where T : ApiObject => value switch
        {
            null => null,
            T t => t,
            JsonObject json => FromJson<T>(json, declared, member),
            IDictionary<string, object?> members => FromMembers<T>(members, declared, member),
            var other => throw Unfit(member, $"an object of type {declared.Name}", other),
        };

    public static List<string>? TextList(object? value, string member) => value switch
    {
        List<string> list => list,
        _ => Items(value, member, static (item, name) => Text(item, name)!),
    };

    public static List<int>? Int32List(object? value, string member) => value switch
    {
        List<int> list => list,
        _ => Items(value, member, static (item, name) => Int32(item, name) ?? throw Unfit(name, "numbers", null)),
    };

    public static List<long>? Int64List(object? value, string member) => value switch
    {
        List<long> list => list,
        _ => Items(value, member, static (item, name) => Int64(item, name) ?? throw Unfit(name, "numbers", null)),
    };

    public static List<long?>? NullableInt64List(object? value, string member) => value switch
    {
        List<long?> list => list,
        _ => Items(value, member, Int64),
    };

    public static List<T>? EnumList<T>(object? value, string member)
        where T : struct, IOpenEnum<T> => value switch
        {
            List<T> list => list,
            _ => Items(value, member, static (item, name) => Enum<T>(item, name) ?? default),
        };

    public static List<T>? ObjectList<T>(object? value, WireType declared, string member)
        where T : ApiObject => value switch
        {
            List<T> list => list,
            _ => Items(value, member, (item, name) => Object<T>(item, declared, name)!),
        };

    public static List<List<T>>? ObjectListList<T>(object? value, WireType declared, string member)
        where T : ApiObject => value switch
        {
            List<List<T>> list => list,
            _ => Items(value, member, (item, name) => ObjectList<T>(item, declared, name)!),
        };

    public static Dictionary<string, string?>? TextMap(object? value, string member) => value switch
    {
        null => null,
        Dictionary<string, string?> map => map,
        JsonObject json => json.ToDictionary(static p => p.Key, p => Text(p.Value, member), StringComparer.Ordinal),
        IDictionary<string, object?> map => map.ToDictionary(static p => p.Key, p => Text(p.Value, member), StringComparer.Ordinal),
        var other => throw Unfit(member, "a map of texts", other),
    };

    internal static T FromJson<T>(JsonObject json, WireType declared, string member)
        where T : ApiObject
    {
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        var reader = new Json.JsonWireReader(bytes, WireJson.DefaultMaxDepth, keepNulls: true);
        try
        {
            return (T)reader.ReadBody(declared);
        }
        catch (WireException exception)
        {
            throw new ArgumentException($"'{member}' can't be read: {exception.Message} (at byte {exception.Position} of its JSON).", member, exception);
        }
        finally
        {
            reader.Dispose();
        }
    }

    internal static void SetMembers(ApiObject target, IEnumerable<KeyValuePair<string, object?>> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                target.SendNull(name);
            }
            else
            {
                target[name] = value;
            }
        }
    }

    private static T FromMembers<T>(IDictionary<string, object?> members, WireType declared, string member)
        where T : ApiObject
    {
        var type = members.FirstOrDefault(static p => string.Equals(p.Key, "Type", StringComparison.OrdinalIgnoreCase)).Value?.ToString();
        var value = type is not null && declared.Hierarchy is { } hierarchy
            ? hierarchy.Create(Encoding.UTF8.GetBytes(type)) ?? throw Unfit(member, $"a subtype of {declared.Name}", type)
            : declared.Create();
        SetMembers(value, members.Where(p => !(declared.Hierarchy is { HasTypeMember: false } && string.Equals(p.Key, "Type", StringComparison.OrdinalIgnoreCase))));
        return value as T ?? throw Unfit(member, $"a {declared.Name}", value);
    }

    private static List<T>? Items<T>(object? value, string member, Func<object?, string, T> convert) => value switch
    {
        null => null,
        string => throw Unfit(member, "a list", value),
        IEnumerable items and not JsonObject and not IDictionary<string, object?> => [.. items.Cast<object?>().Select(i => convert(i, member))],
        _ => throw Unfit(member, "a list", value),
    };

    private static long? Integer(object? value, long min, long max, string member)
    {
        var plain = Plain(value);
        long? number = plain switch
        {
            null => null,
            string s when long.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) => n,
            double d when d == Math.Truncate(d) && Math.Abs(d) < 9e15 => (long)d,
            decimal m when m == decimal.Truncate(m) && m >= long.MinValue && m <= long.MaxValue => (long)m,
            ulong and > long.MaxValue => throw Unfit(member, "a smaller number", plain),
            _ when IsInteger(plain) => Convert.ToInt64(plain, CultureInfo.InvariantCulture),
            _ => throw Unfit(member, "a whole number", plain),
        };
        return number is null || (number >= min && number <= max) ? number : throw Unfit(member, $"a number from {min} to {max}", plain);
    }

    /// <summary>The value behind a JSON node or one of our enums; others as they are.</summary>
    private static object? Plain(object? value) => value switch
    {
        JsonValue json => json.GetValueKind() switch
        {
            JsonValueKind.String => json.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => json.TryGetValue<long>(out var n) ? n : json.TryGetValue<decimal>(out var m) ? m : json.GetValue<double>(),
            _ => null,
        },
        JsonElement { ValueKind: JsonValueKind.Null } => null,
        JsonElement element => Plain(JsonValue.Create(element)),
        _ => value,
    };

    private static double? Number(object? value) => value switch
    {
        JsonValue json when json.GetValueKind() == JsonValueKind.Number && json.TryGetValue<double>(out var d) => d,
        JsonElement { ValueKind: JsonValueKind.Number } element => element.GetDouble(),
        _ => null,
    };

    private static bool IsInteger(object? value) => value is int or long or short or byte or uint or ushort or sbyte or ulong;

    private static bool TryDecimal(double value, out decimal result)
    {
        var fits = double.IsFinite(value) && Math.Abs(value) < 7.9e28;
        result = fits ? (decimal)value : 0;
        return fits;
    }

    private static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var ok = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return ok;
    }

    // The value itself is not shown: it may be confidential.
    private static ArgumentException Unfit(string member, string expected, object? value) =>
        new($"'{member}' takes {expected}; a {value?.GetType().Name ?? "null"} does not fit.", member);
}
