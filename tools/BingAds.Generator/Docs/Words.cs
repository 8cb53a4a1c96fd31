using System.Globalization;
using System.Text.RegularExpressions;

namespace BingAds.Generator.Docs;

/// <summary>Splits the service's names into English words: <c>FinalUrlSuffix</c> becomes "final URL suffix".</summary>
internal static partial class Words
{
    private static readonly HashSet<string> s_upper = new(StringComparer.OrdinalIgnoreCase)
    {
        "AAR", "ABW", "AI", "AIM", "API", "BM", "BMC", "BMM", "BSC", "CPA", "CPC", "CPG", "CPI", "CPM", "CPP", "CPS", "CPV", "CRM", "CSV", "CTR",
        "CTV", "DMA", "DSA", "ELV", "GTIN", "HTML", "JSON", "KPI", "LCID", "MCM", "MFA", "MMA", "MMM", "MPN", "MSA", "MSCLKID", "NCA", "OLV", "OS",
        "PDF", "POS", "PTR", "ROAS", "RSA", "SRPV", "SWF", "TSV", "UAE", "UET", "UK", "URL", "US", "UTC", "VBA", "XML",
    };

    // Words that the service shortens, misspells or writes as one, and names that keep their capital.
    private static readonly Dictionary<string, string> s_replace = new(StringComparer.Ordinal)
    {
        ["Acct"] = "account", ["Agg"] = "aggregate", ["Android"] = "Android", ["Avg"] = "average", ["Bing"] = "Bing", ["BillTo"] = "bill-to",
        ["Clipchamp"] = "Clipchamp", ["CoOp"] = "co-op", ["Ecpc"] = "enhanced CPC", ["EURO"] = "euro", ["Est"] = "estimated", ["Facebook"] = "Facebook",
        ["Fourty"] = "forty", ["Google"] = "Google", ["GZip"] = "gzip", ["HTML5"] = "HTML5", ["HTML5s"] = "HTML5 assets", ["Impr"] = "impressions",
        ["KPIs"] = "KPIs", ["Kpis"] = "KPIs", ["Lable"] = "label", ["LinkedIn"] = "LinkedIn", ["MSClick"] = "Microsoft click", ["Mcpa"] = "mobile CPA",
        ["MetaData"] = "metadata", ["Microsoft"] = "Microsoft", ["Mo"] = "month", ["MoM"] = "month over month", ["Netflix"] = "Netflix",
        ["Num"] = "number", ["Oppr"] = "opportunity", ["OptIn"] = "opt-in", ["OptOut"] = "opt-out", ["OptOuts"] = "opt-outs", ["PayPal"] = "PayPal",
        ["Pmax"] = "Performance Max", ["Prev"] = "previous", ["RC"] = "root cause", ["SubType"] = "subtype",
        ["SendTo"] = "send-to", ["Sitelink"] = "sitelink", ["SoldTo"] = "sold-to",
        ["Timezone"] = "time zone", ["UnSpecify"] = "unspecified", ["UNSPECIFY"] = "unspecified", ["Urls"] = "URLs", ["Vs"] = "versus",
        ["WoW"] = "week over week", ["Windows"] = "Windows", ["Xbox"] = "Xbox", ["YoY"] = "year over year", ["iOS"] = "iOS",
        ["DAY"] = "day", ["HOUR"] = "hour", ["WEEK"] = "week",
    };

    /// <summary>The words of a name in lower case, but for abbreviations and proper names.</summary>
    public static string Split(string name) => Join(name, static word => char.IsUpper(word[0]) && !word.Skip(1).Any(char.IsUpper)
        ? char.ToLower(word[0], CultureInfo.InvariantCulture) + word[1..]
        : word);

    /// <summary>The words of a name that is made of proper names: capitals stay.</summary>
    public static string SplitProper(string name) => Join(name, static word => word);

    private static string Join(string name, Func<string, string> casing)
    {
        var words = new List<string>();
        foreach (Match match in Part().Matches(name))
        {
            var word = match.Value;
            if (word == "_")
                continue;
            if (char.IsDigit(word[0]) && words.Count > 0 && words[^1].Length == 1)
                words[^1] = words[^1].ToUpperInvariant() + word;           // L1Vertical: "L1 vertical"
            else if (s_replace.TryGetValue(word, out var known))
                words.Add(known);
            else if (s_upper.Contains(word))
                words.Add(word.ToUpperInvariant());
            else
                words.Add(casing(word));
        }

        return string.Join(' ', words);
    }

    [GeneratedRegex("""
        HTML5s?|(?:LinkedIn|GZip|SubType|iOS|PayPal|KPIs|WoW|MoM|YoY|OptOuts?|OptIn|MetaData|CoOp|BillTo|SoldTo|SendTo|UnSpecify|MSClick)(?![a-z])
        |B2[BC]|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+|_
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Part();
}
