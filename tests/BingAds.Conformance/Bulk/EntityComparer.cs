using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using BingAds.Bulk;
using BingAds.Contract;

namespace BingAds.Conformance.Bulk;

/// <summary>Compares an object with the JSON it should be: members that are not listed must be missing.</summary>
/// <param name="known">Counts the differences that are meant.</param>
/// <param name="allowForeignColumns">Whether a row may have cells in columns that its record has no member for; never in one that it has.</param>
internal sealed class EntityComparer(KnownDifferences known, bool allowForeignColumns = false)
{
    // What tells about reading and is no part of the record.
    private static readonly HashSet<string> s_aside = new(StringComparer.Ordinal) { "Line", "RecordType", "Errors", "HasErrors", "Known", "Unknown" };

    public IEnumerable<string> Compare(JsonElement expected, object? actual, string path, IReadOnlySet<string>? unchecked_ = null)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null:
                return actual is null ? [] : [$"{path}: expected null, is {Show(actual)}"];
            case JsonValueKind.Array or JsonValueKind.Object when actual is IDictionary map:
                return ComparePairs(EntityBuilder.Pairs(expected).ToDictionary(static p => p.Name, static p => p.Value, StringComparer.Ordinal), map, path);
            case JsonValueKind.Array when actual is not null && (actual is IList || actual.GetType().IsValueType):
                return CompareItems(expected, actual, path, unchecked_);
            case JsonValueKind.Object when actual is not null:
                return CompareMembers(expected, actual, path, unchecked_);
            default:
                return IsEqual(expected, actual) ? [] : [$"{path}: expected {Cut(expected.GetRawText())}, is {Show(actual)}"];
        }
    }

    private IEnumerable<string> CompareItems(JsonElement expected, object actual, string path, IReadOnlySet<string>? unchecked_)
    {
        if (actual is not IList list)
        {
            var names = expected.EnumerateArray().Select(static n => n.GetString()!).Order(StringComparer.Ordinal);
            return names.SequenceEqual(actual.ToString()!.Split(", ").Order(StringComparer.Ordinal)) ? [] : [$"{path}: expected {expected}, is {actual}"];
        }

        return list.Count != expected.GetArrayLength()
            ? [$"{path}: expected {expected.GetArrayLength()} items, has {list.Count}"]
            : expected.EnumerateArray().SelectMany((item, i) => Compare(item, list[i], $"{path}[{i}]", unchecked_));
    }

    private IEnumerable<string> ComparePairs(Dictionary<string, JsonElement> expected, IDictionary actual, string path)
    {
        foreach (var key in actual.Keys.Cast<string>().Where(k => !expected.ContainsKey(k)))
        {
            yield return $"{path}[{key}]: expected nothing, is {Show(actual[key])}";
        }

        foreach (var (name, value) in expected)
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0 && !actual.Contains(name))
            {
                known.Use(KnownDifferences.FilledOnly);
                continue;
            }

            foreach (var problem in Compare(value, actual[name], $"{path}[{name}]"))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> CompareMembers(JsonElement expected, object actual, string path, IReadOnlySet<string>? unchecked_)
    {
        var type = actual.GetType();
        var wanted = expected.TryGetProperty("$type", out var name) || expected.TryGetProperty("$class", out name) ? name.GetString()! : type.Name;
        if (KnownNames.Renames.GetValueOrDefault(wanted, wanted) != type.Name)
        {
            yield return $"{path}: expected the class {wanted}, is {type.Name}";
            yield break;
        }

        foreach (var member in expected.EnumerateObject().Where(m => !m.Name.StartsWith('$') && !KnownNames.Computed.Contains(m.Name) && unchecked_?.Contains(m.Name) != true))
        {
            if (KnownNames.FindMember(type, member.Name) is not { } property)
            {
                yield return $"{path}: unknown member {type.Name}.{member.Name}";
            }
            else if (!KnownNames.IsDiscriminator(property))
            {
                var value = property.GetValue(actual);
                if (value is null && (MemberRules.IsUnset(type, member.Name, member.Value) || IsEmptyDate(type, member)))
                {
                    continue;
                }

                foreach (var problem in Compare(member.Value, value, $"{path}.{member.Name}", unchecked_))
                {
                    yield return problem;
                }
            }
        }

        foreach (var extra in Extras(expected, actual, path).Where(e => unchecked_?.Contains(e.Name) != true))
        {
            yield return extra.Problem;
        }
    }

    private bool IsEmptyDate(Type type, JsonProperty member) => member.Value.ValueKind == JsonValueKind.String
        && EntityBuilder.IsFirstDay(member.Value.GetString()!) && MemberRules.IsEmptyDate(type, member.Name) && known.Use(KnownDifferences.DefaultDate);

    private IEnumerable<(string Name, string Problem)> Extras(JsonElement expected, object actual, string path)
    {
        foreach (var property in actual.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (s_aside.Contains(property.Name) || property.GetIndexParameters().Length > 0 || expected.TryGetProperty(property.Name, out _)
                || KnownNames.IsDiscriminator(property) || property.DeclaringType == typeof(ApiObject) || (actual is BulkError && property.Name == "Type"))
            {
                continue;
            }

            var value = property.GetValue(actual);
            if (actual is BulkEntity or BulkError && property.Name is "UnknownColumns" or "CellErrors" or "OtherColumns")
            {
                var items = ((IEnumerable)value!).Cast<object>().Where(i => !IsForeign(actual, i)).ToList();
                if (items.Count > 0 && property.Name != "OtherColumns")
                {
                    yield return (property.Name, $"{path}.{property.Name}: {string.Join("; ", items)}");
                }
            }
            else if (value is not null && !MemberRules.IsZero(actual.GetType(), property.Name, value))
            {
                yield return (property.Name, $"{path}.{property.Name}: expected nothing, is {Show(value)}");
            }
        }
    }

    private bool IsForeign(object entity, object item) => allowForeignColumns
        && item is KeyValuePair<string, string> column && !MemberRules.HasColumn(entity.GetType().Name, column.Key);

    private static bool IsEqual(JsonElement expected, object? actual)
    {
        switch (actual)
        {
            case null:
                return false;
            case bool flag:
                return expected.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False);
            case DateTime time:
                return expected.ValueKind == JsonValueKind.String && EntityBuilder.Clock(expected.GetString()!) == time;
            case double number:
                return expected.ValueKind == JsonValueKind.Number && expected.GetDouble().Equals(number);
            case decimal or long or int:
                return expected.ValueKind == JsonValueKind.Number
                    && decimal.Parse(expected.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture) == Convert.ToDecimal(actual, CultureInfo.InvariantCulture);
            default:
                return (expected.ValueKind is JsonValueKind.String ? expected.GetString() : expected.ValueKind is JsonValueKind.Number ? expected.GetRawText() : null) == actual.ToString();
        }
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{Cut(text)}\"",
        _ => Cut(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private static string Cut(string text) => text.Length <= 120 ? text : text[..120] + "...";
}
