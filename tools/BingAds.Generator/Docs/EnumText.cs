namespace BingAds.Generator.Docs;

/// <summary>Summaries of enums and their values. There are thousands of values, so each gets one short line.</summary>
internal static class EnumText
{
    private static readonly HashSet<string> s_proper = new(StringComparer.Ordinal)
    {
        "Currency", "LCID", "LanguageName", "LanguageReportFilter", "LanguageType", "PromotionOccasion", "ReportTimeZone", "TimeZoneType",
    };

    public static string Summary(EnumShape shape)
    {
        var many = shape.IsFlags ? " Several can be combined." : "";
        if (Strip(shape.Name, "ReportColumn") is { } report)
            return $"Columns of the {Words.Split(report)} report. A column that is not listed can be used by its name.";
        if (Strip(shape.Name, "AdditionalField") is { } owner)
            return $"What is returned of {English.WithArticle(Words.Split(owner))} only on request.{many}";
        if (Strip(shape.Name, "ReportFilter") is { } filter)
            return $"Filter of report rows by {Words.Split(filter)}.{many}";
        var phrase = Phrase(shape.Name);
        return $"{English.UpperFirst(English.WithArticle(phrase))}.{many} Names that the service adds later are kept as they are.";
    }

    public static string Value(EnumShape shape, string value, Fact fact)
    {
        var text = Bare(shape, value);
        if (fact.Is("reserved"))
            text += " Reserved for future use.";
        foreach (var sentence in FactText.Standing(fact).Concat(FactText.Scope(fact)))
            text += " " + sentence;
        return text;
    }

    private static string Bare(EnumShape shape, string value)
    {
        var phrase = Words.Split(value);
        if (shape.Name.EndsWith("ReportColumn", StringComparison.Ordinal))
            return $"Column with the {phrase}.";
        if (shape.Name.EndsWith("AdditionalField", StringComparison.Ordinal))
            return value == "None" ? "Nothing more." : $"Asks for the {phrase}.";
        if (Strip(shape.Name, "ReportFilter") is { } filter && !s_proper.Contains(shape.Name))
            return $"Rows with the {Words.Split(filter)} {XmlDoc.Code(value)} ({phrase}).";
        if (shape.Name == "DownloadEntity")
            return $"Records of {English.Plural(phrase)}.";
        if (shape.Name == "CurrencyCode")
            return value.Length == 3 ? $"The currency with the code {value}." : "No currency.";
        var text = s_proper.Contains(shape.Name) ? Words.SplitProper(value) : phrase;
        return $"{English.UpperFirst(Phrase(shape.Name))}: {text}.";
    }

    private static string Phrase(string name) => name switch
    {
        "LCID" => "locale",
        "TimeZoneType" or "ReportTimeZone" => "time zone",
        "LanguageName" or "LanguageType" or "LanguageReportFilter" => "language",
        _ => Words.Split(Strip(name, "Enum") ?? name),
    };

    private static string? Strip(string name, string end) => name.EndsWith(end, StringComparison.Ordinal) && name.Length > end.Length ? name[..^end.Length] : null;
}
