namespace BingAds.Generator.Docs;

/// <summary>Says what kind of value a member holds and how large it may be: "text, at most 128 characters".</summary>
internal static class ShapeText
{
    private static readonly Dictionary<string, string> s_units = new(StringComparer.Ordinal)
    {
        ["percent"] = "in percent", ["fraction"] = "a fraction of 1", ["minutes"] = "in minutes", ["seconds"] = "in seconds",
        ["milliseconds"] = "in milliseconds", ["days"] = "in days", ["pixels"] = "in pixels", ["degrees"] = "in degrees",
        ["microdegrees"] = "in millionths of a degree", ["currency"] = "in the account's currency",
    };

    private static readonly Dictionary<string, string> s_patterns = new(StringComparer.Ordinal)
    {
        ["url"] = "URL", ["email"] = "email address", ["phone"] = "phone number", ["country"] = "country code", ["currency"] = "currency code",
        ["color"] = "color as #RRGGBB", ["sha256"] = "SHA-256 hash in hex", ["cron"] = "cron expression",
    };

    /// <summary>Parts that a comma joins; none for a value whose C# type says it all.</summary>
    public static IEnumerable<string> Of(FieldShape field, Fact fact, bool isFlags, bool isRequest)
    {
        if (field.IsList || field.Type.StartsWith("map<", StringComparison.Ordinal))
        {
            if (ListOf(field, fact) is { } list)
                yield return list;
            if (Range(fact.Number("minItems"), fact.Number("maxItems")) is { } size)
                yield return size + " items" + (isRequest ? " per call" : "");
            if (Range(fact.Number("minLength"), fact.Number("itemMaxLength") ?? fact.Number("maxLength")) is { } each)
                yield return each + " characters each";
            if (fact.Text("unit") is { } itemUnit)
                yield return s_units[itemUnit];
            yield break;
        }

        if (Kind(field, fact) is { } kind)
            yield return kind;
        else if (isFlags)
            yield return "several can be combined";
        if (Range(fact.Number("minLength"), fact.Number("maxLength")) is { } length)
            yield return length + " characters";
        if (fact.Number("maxBytes") is { } bytes)
            yield return $"at most {bytes} UTF-8 bytes";
        if (fact.Number("minExclusive") is { } above)
            yield return "more than " + above;
        if (Range(fact.Number("min"), fact.Number("max")) is { } range)
            yield return range + (fact.Is("rangeConditional") ? " in most cases" : "");
        if (fact.Text("unit") is { } unit)
            yield return s_units[unit];
    }

    private static string? ListOf(FieldShape field, Fact fact)
    {
        if (field.Type.EndsWith("[][]", StringComparison.Ordinal))
            return "list of lists";
        if (field.Type.StartsWith("map<", StringComparison.Ordinal))
            return "pairs of text";
        return Kind(field with { Type = field.Element }, fact, field.Name) is { } item ? "list of " + English.Plural(item) : null;
    }

    private static string? Kind(FieldShape field, Fact fact, string? listName = null)
    {
        var name = listName ?? field.Name;
        var isId = name == "Id" || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal);
        switch (field.Element)
        {
            case "string":
                if (fact.Text("pattern") is not { } pattern)
                    return IsUrl(name) ? "URL" : "text";
                return s_patterns.TryGetValue(pattern, out var known) ? known : pattern.StartsWith("date:", StringComparison.Ordinal)
                    ? "date as " + XmlDoc.Escape(pattern[5..]) : "text";
            case "long":
                return isId ? "64-bit id" : "whole number";
            case "int" or "short" or "byte":
                return isId ? "32-bit id" : "whole number";
            case "double" or "decimal":
                return "number";
            case "dateTime":
                return name.EndsWith("UTC", StringComparison.OrdinalIgnoreCase) ? "UTC time" : "date and time";
            case "base64":
                return "bytes";
            default:
                return null;
        }
    }

    private static bool IsUrl(string name) => name.EndsWith("Url", StringComparison.Ordinal) || name.EndsWith("Urls", StringComparison.Ordinal);

    /// <summary>"1 to 80", "at most 128", "at least 3".</summary>
    public static string? Range(string? low, string? high) => (low, high) switch
    {
        (null, null) => null,
        (null, _) => "at most " + high,
        (_, null) => "at least " + low,
        _ when low == high => low,
        _ => $"{low} to {high}",
    };
}
