namespace BingAds.Generator.Docs;

/// <summary>The facts that go into the remarks, as sentences.</summary>
internal static class FactText
{
    public static IEnumerable<string> OfMember(Fact fact)
    {
        foreach (var sentence in Standing(fact))
            yield return sentence;
        if (fact.Items("values") is { Count: > 0 } values)
            yield return $"Allowed: {English.List([.. values.Select(XmlDoc.Code)])}.";
        if (fact.Text("default") is { } value)
            yield return $"Default: {XmlDoc.Code(value)}.";
        else if (fact.Items("defaultVaries") is { Count: > 0 } defaults)
            yield return $"Default: {English.List([.. defaults.Select(XmlDoc.Code)])}, depending on the case.";
        foreach (var sentence in Limits(fact))
            yield return sentence;
        if (Money(fact) is { } money)
            yield return money;
        if (Unique(fact) is { } unique)
            yield return unique;
        foreach (var sentence in Scope(fact))
            yield return sentence;
        if (fact.Text("update") is null or "required" or "optional")
        {
            foreach (var sentence in Update(fact))
                yield return sentence;
        }

        if (fact.IsNot("returnedByDefault"))
            yield return "Returned only when asked for with <c>ReturnAdditionalFields</c>.";
    }

    /// <summary>Whether a name should still be used.</summary>
    public static IEnumerable<string> Standing(Fact fact)
    {
        if (fact.Is("deprecated"))
        {
            var since = fact.Text("deprecatedSince") is { } date ? " since " + XmlDoc.Escape(date) : "";
            var instead = fact.Text("replacedBy") is { } other ? $"; use {XmlDoc.Code(other)}" : "";
            yield return $"Deprecated{since}{instead}.";
        }

        if (fact.Is("unsupported"))
            yield return "Not supported by the service.";
    }

    public static IEnumerable<string> Scope(Fact fact)
    {
        if (fact.Items("appliesTo") is { Count: > 0 } only)
            yield return $"Only for {English.List([.. only.Select(XmlDoc.Code)], "and")}.";
        if (fact.Items("notAppliesTo") is { Count: > 0 } not)
            yield return $"Not for {English.List([.. not.Select(XmlDoc.Code)])}.";
    }

    private static IEnumerable<string> Limits(Fact fact)
    {
        foreach (var (key, each) in ((string, string)[])[("maxLength", ""), ("itemMaxLength", " each")])
        {
            if (fact.Number(key + "Wide") is { } wide)
                yield return $"At most {wide} characters{each} in double-width scripts.";
            if (fact.Number(key + "Input") is { } input)
                yield return $"With dynamic text at most {input} characters{each} before it is filled in.";
        }

        foreach (var (key, noun) in ((string, string)[])[("maxLengthVaries", " characters"), ("maxItemsVaries", " items"), ("maxVaries", "")])
        {
            if (fact.Items(key) is { Count: > 0 } limits)
                yield return $"The limit is {English.List(limits)}{noun}, depending on the case.";
        }
    }

    private static string? Money(Fact fact)
    {
        var low = fact.Inner("minByCurrency").Numbers().ToDictionary(StringComparer.Ordinal);
        var high = fact.Inner("maxByCurrency").Numbers().ToDictionary(StringComparer.Ordinal);
        var ranges = low.Keys.Union(high.Keys).Order(StringComparer.Ordinal)
            .Select(code => (Code: code, Range: ShapeText.Range(low.GetValueOrDefault(code), high.GetValueOrDefault(code))))
            .GroupBy(item => item.Range, item => XmlDoc.Escape(item.Code), StringComparer.Ordinal)
            .Select(group => $"{English.List([.. group], "and")}: {group.Key}");
        var text = string.Join("; ", ranges);
        return text.Length == 0 ? null : $"Amounts in {text}; other currencies have their own limits.";
    }

    private static string? Unique(Fact fact)
    {
        if (!fact.Has("unique"))
            return null;
        var where = fact.Text("unique") is { } scope ? $" in the {XmlDoc.Escape(scope)}" : "";
        var how = fact.Is("uniqueIgnoreCase") ? "; upper and lower case do not matter" : fact.IsNot("uniqueIgnoreCase") ? "; upper and lower case matter" : "";
        return $"Unique{where}{how}.";
    }

    private static IEnumerable<string> Update(Fact fact)
    {
        if (fact.Text("updateNull") is { } onNull)
            yield return onNull == "keep" ? "Null on update keeps the old value." : "Null on update removes the old value.";
        if (fact.Text("updateEmpty") == "remove")
            yield return "Empty text clears it.";
        if (fact.Text("updateZero") == "remove")
            yield return "The id 0 on update detaches it.";
    }
}
