using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BingAds.Bulk;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Files.Tests;

/// <summary>
/// Makes records of slowly parsed rows in the plainest way: dictionaries, strings and the framework's own parsers. It knows keywords with their bids and errors;
/// any other record is one that nobody knows. A record is a text, so that two are compared at a glance.
/// </summary>
internal static class SlowBinder
{
    public static readonly string[] Columns =
        ["Type", "Status", "Id", "Parent Id", "Client Id", "Campaign", "Ad Group", "Keyword", "Match Type", "Bid", "Param1", "Final Url", "Colour", "Error", "Error Number"];

    private static readonly HashSet<string> s_ofKeyword = ["Type", "Status", "Id", "Parent Id", "Client Id", "Campaign", "Ad Group", "Keyword", "Match Type", "Bid", "Param1", "Final Url"];

    /// <summary>A record and what was attached to it by later rows.</summary>
    public sealed record Bound(string Own, List<string> Attached);

    public static (List<Bound> Records, bool IsBulkFile) Bind(List<SlowParser.Row> rows)
    {
        var records = new List<Bound>();
        if (rows.Count == 0)
            return (records, false);
        var names = Enumerable.Repeat("", rows[0].Columns).ToArray();
        foreach (var (column, value) in rows[0].Filled)
            names[column] = Text(value);
        if (!names.Contains("Type"))
            return (records, false);
        var isKeyword = false;
        for (var i = 1; i < rows.Count; i++)
        {
            var cells = rows[i].Filled.Where(c => c.Column < names.Length).Select(c => (c.Column, Name: names[c.Column], Text: Text(c.Value))).ToList();
            string Cell(string name) => cells.Find(c => c.Column == Array.IndexOf(names, name)).Text ?? "";
            var type = Cell("Type");
            if (i == 1 && type == "Format Version")
                continue;
            if (records.Count > 0 && type.EndsWith("Error", StringComparison.Ordinal))
                records[^1].Attached.Add($"error {Cell("Error")}");
            else if (records.Count > 0 && isKeyword && type == "Keyword Main Line Bid")
                records[^1].Attached.Add(Suggestion(Cell("Bid"), rows[i].FirstLine));
            else
            {
                isKeyword = type == "Keyword";

                // A header that was cut in two gives rows whose type is the name of a column; the two that are types are not looked into.
                records.Add(new(type is "Campaign" or "Ad Group" ? $"{rows[i].FirstLine} {type}" : isKeyword ? Keyword(names, cells, rows[i].FirstLine) : Unknown(cells, rows[i].FirstLine), []));
            }
        }

        return (records, true);
    }

    /// <summary>The same texts of what the library read.</summary>
    public static Bound Of(BulkEntity entity)
    {
        if (entity is UnknownBulkEntity unknown)
            return new($"{entity.Line} {string.Join('|', unknown.Values.OrderBy(static v => v.Key, StringComparer.Ordinal).Select(static v => $"{v.Key}={v.Value}"))}", Attached(entity, null));
        if (entity is not BulkKeyword keyword)
            return new($"{entity.Line} {entity.RecordType}", [.. entity.Errors.Select(static e => $"error {e.Error}")]);
        var api = keyword.Keyword!;
        string[] parts =
        [
            $"{entity.Line} {Show(api.Status?.ToString())} {Show(api.Id)} {Show(keyword.AdGroupId)} {Show(keyword.ClientId)} {Show(keyword.CampaignName)} {Show(keyword.AdGroupName)} {Show(api.Text)}",
            $"{Show(api.MatchType?.ToString())} {(api.Bid is null ? "none" : Show(api.Bid.Amount))} {Show(api.Param1)} {Show(api.FinalUrls is null ? null : string.Join('^', api.FinalUrls))}",
            string.Join('|', keyword.UnknownColumns.Select(static c => $"{c.Key}={c.Value}")),
            string.Join('|', keyword.CellErrors.Where(e => e.Line == keyword.Line).Select(static e => $"{e.Column}={e.Text}")),
        ];
        return new(string.Join("\n", parts), Attached(entity, keyword));
    }

    private static List<string> Attached(BulkEntity entity, BulkKeyword? keyword) =>
    [
        .. entity.Errors.Select(static e => $"error {e.Error}"),
        .. keyword?.BidSuggestions?.MainLine is { } line ? new[] { $"bid {Show(line.Bid)}" } : [],
        .. entity.CellErrors.Where(e => e.Line != entity.Line).Select(static e => $"bad bid {e.Text} {e.Line}"),
    ];

    private static string Keyword(string[] names, List<(int Column, string Name, string Text)> cells, long line)
    {
        var errors = new List<string>();
        (int Column, string Name, string Text) First(string name) => cells.Find(c => c.Column == Array.IndexOf(names, name));
        string? Plain(string name) => First(name).Text is { } text ? (name == "Param1" && text == "delete_value" ? "" : text) : names.Contains(name) ? "" : null;
        long? Long(string name) => Number<long>(name, static t => long.TryParse(t, NumberStyles.Integer, CultureInfo.InvariantCulture, out var v) ? v : null);
        T? Number<T>(string name, Func<string, T?> parse)
            where T : struct
        {
            if (First(name).Text is not { } text || text == "delete_value")
                return null;
            if (parse(text) is { } value)
                return value;
            errors.Add($"{First(name).Column:D5}{name}={text}");
            return null;
        }

        string? Name(string name, Func<long, string?> numbers) => First(name).Text is not { } text || text == "delete_value" ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && numbers(number) is { } known ? known : text;
        var (status, id, parent) = (Name("Status", BulkEnumNumbers.KeywordStatus), Long("Id"), Long("Parent Id"));
        var match = Name("Match Type", BulkEnumNumbers.MatchType);
        var bid = Number<double>("Bid", static t => Double(t));
        var urls = First("Final Url").Text is { } u ? string.Join('^', u.Contains(';') ? Regex.Split(u, @";\s*(?=https?://)", RegexOptions.IgnoreCase).Where(static p => !string.IsNullOrWhiteSpace(p)) : [u]) : null;
        var unknown = cells.Where(c => !s_ofKeyword.Contains(c.Name) || c.Column != Array.IndexOf(names, c.Name)).Select(static c => $"{c.Name}={c.Text}");
        string[] parts =
        [
            $"{line} {Show(status)} {Show(id)} {Show(parent)} {Show(Plain("Client Id"))} {Show(Plain("Campaign"))} {Show(Plain("Ad Group"))} {Show(Plain("Keyword"))}",
            $"{Show(match)} {(names.Contains("Bid") ? Show(bid) : "none")} {Show(Plain("Param1"))} {Show(urls)}",
            string.Join('|', unknown),
            string.Join('|', errors.Order(StringComparer.Ordinal).Select(static e => e[5..])),
        ];
        return string.Join("\n", parts);
    }

    private static string Unknown(List<(int Column, string Name, string Text)> cells, long line)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in cells)
            values[cell.Name] = cell.Text;
        return $"{line} {string.Join('|', values.Select(static v => $"{v.Key}={v.Value}"))}";
    }

    private static string Suggestion(string bid, long line)
    {
        if (bid.Length == 0 || bid == "delete_value")
            return $"bid {Show(null)}";
        return Double(bid) is { } value ? $"bid {Show(value)}" : $"bad bid {bid} {line}";
    }

    private static double? Double(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Show(object? value) => value is null ? "(null)" : $"<{string.Create(CultureInfo.InvariantCulture, $"{value}")}>";

    private static string Text(byte[] value) => Encoding.UTF8.GetString(value);
}
