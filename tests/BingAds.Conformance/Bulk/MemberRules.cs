using System.Text.Json;
using BingAds.Conformance.Contract;
using BingAds.Conformance.Making.Cells;

namespace BingAds.Conformance.Bulk;

/// <summary>
/// Which members of the recorded classes can't be null, and what they are until somebody sets them. Here every member can be null, so that "not set" and
/// "zero" are told apart; a recorded zero of such a member, and of no other, stands for not set. Taken from the contract, not from the classes.
/// </summary>
internal static class MemberRules
{
    private static readonly BulkContract s_bulk = BulkContract.Load();
    private static readonly ServiceSchema s_api = ContractSchema.Load()["CampaignManagement"];

    /// <summary>Whether a recorded value is what the member is when nobody sets it.</summary>
    public static bool IsUnset(Type owner, string member, JsonElement recorded)
    {
        if (PlainType(owner, member) is not { } type) return false;
        return recorded.ValueKind switch
        {
            JsonValueKind.False => type == "bool",
            JsonValueKind.Number => type != "bool" && recorded.GetDouble() == 0,
            JsonValueKind.String => IsZeroText(type, recorded.GetString()!),
            JsonValueKind.Array => recorded.GetArrayLength() == 0 && EnumOf(type) is { IsFlags: true },
            _ => false,
        };
    }

    /// <summary>Whether a member is a date that recordings have as the year 1 where the cell was empty, and that is null here.</summary>
    public static bool IsEmptyDate(Type owner, string member) =>
        s_bulk.Find(owner.Name)?.Columns.Any(c => c.Path == member && c.OnEmpty == "defaultDate") == true;

    /// <summary>The same by column, with those dates that can't be null in recordings.</summary>
    public static bool IsEmptyDateColumn(string entityClass, string header) =>
        s_bulk.Find(entityClass)?.Find(header) is { Type: "DateTime" } column && (column.OnEmpty == "defaultDate" || !column.IsNullable);

    /// <summary>Whether the contract has a member for a column of a record.</summary>
    public static bool HasColumn(string entityClass, string header) => s_bulk.Find(entityClass)?.Find(header) is not null;

    /// <summary>Whether a value of ours is the one that a recorded member has until somebody sets it.</summary>
    public static bool IsZero(Type owner, string member, object value) => PlainType(owner, member) is { } type && value switch
    {
        bool flag => !flag,
        long or int or double or decimal => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) == 0,
        DateTime time => time == default,
        _ => EnumOf(type) is not null && IsZeroText(type, value.ToString()!),
    };

    private static bool IsZeroText(string type, string text) => EnumOf(type) is { } words
        ? text == "0" || (words.Values.TryGetValue(text, out var number) && number == 0)
        : type.Equals("dateTime", StringComparison.OrdinalIgnoreCase) && text.StartsWith("0001-01-01T00:00:00", StringComparison.Ordinal);

    private static string? PlainType(Type owner, string member)
    {
        if (s_bulk.Find(owner.Name) is { } record)
        {
            return record.Properties.TryGetValue(member, out var property) && !property.IsNullable ? property.Type : null;
        }

        if (s_api.TypeShape(owner.Name) is null || s_api.Fields(owner.Name).FirstOrDefault(f => f.Name == member) is not { } field) return null;
        var isPlain = field.Type is "long" or "int" or "double" or "decimal" or "bool" or "dateTime" || EnumOf(field.Type) is not null;
        return isPlain && !field.Type.EndsWith('?') ? field.Type : null;
    }

    private static EnumShape? EnumOf(string type) => s_api.ShapeOf(type) as EnumShape;
}
