using System.Text.Json;
using System.Text.RegularExpressions;
using BingAds.Bulk;

namespace BingAds.Conformance.Bulk;

/// <summary>One recorded row.</summary>
internal sealed partial class BulkCase(string className, JsonElement item, KnownDifferences known)
{
    private static readonly string[] s_firstDates = ["0001/01/01 00:00:00", "0001-01-01 00:00:00", "1/1/0001 12:00:00 AM"];

    private readonly bool _excludeReadOnly = item.TryGetProperty("excludeReadonlyData", out var exclude) && exclude.GetBoolean();

    public IEnumerable<string> Check()
    {
        var comparer = new EntityComparer(known);
        var row = Cells(item.GetProperty("row"));
        if (item.TryGetProperty("input", out var input))
        {
            var read = RowCodec.Read(null, BulkColumnNames.All, Cells(input));
            foreach (var problem in comparer.Compare(item.GetProperty("object"), read, "input"))
            {
                yield return problem;
            }
        }

        var entity = EntityBuilder.Entity(className, item.GetProperty("object"));
        foreach (var problem in RowCodec.Compare(row, RowCodec.Write(entity, _excludeReadOnly)[0], "object to row").Where(p => !IsKnown(p)))
        {
            yield return problem;
        }

        var again = RowCodec.Read(null, BulkColumnNames.All, row);
        if (item.TryGetProperty("rereadError", out _))
        {
            if (again.CellErrors.Count == 0 && !(row.ContainsValue("delete_value") && known.Use(KnownDifferences.DeleteValue)))
            {
                yield return "row to object: the recording has an error here, and no cell has one";
            }

            yield break;
        }

        if (item.TryGetProperty("objectAfterReread", out var after))
        {
            foreach (var problem in comparer.Compare(after, again, "row to object"))
            {
                yield return problem;
            }
        }

        var last = item.TryGetProperty("rowAfterReread", out var rewritten) ? Cells(rewritten) : row;
        foreach (var problem in RowCodec.Compare(last, RowCodec.Write(again, _excludeReadOnly)[0], "row to object to row").Where(p => !IsKnown(p)))
        {
            yield return problem;
        }
    }

    private bool IsKnown(string problem) => IsKnown(className, problem, known);

    /// <summary>Whether a difference between two rows is one of those that are meant.</summary>
    public static bool IsKnown(string className, string problem, KnownDifferences known) =>
        (IsRuleNumber(problem) && known.Use(KnownDifferences.RuleNumber))
        || (IsFirstDate(className, problem) && known.Use(KnownDifferences.DefaultDate));

    // The recorded writer leaves an empty pair of parentheses where a number belongs; all else of the rule has to be the same.
    private static bool IsRuleNumber(string problem)
    {
        var texts = RuleTexts().Match(problem);
        return texts.Success && texts.Groups[1].Value == RuleNumber().Replace(texts.Groups[2].Value, "()");
    }

    private static bool IsFirstDate(string className, string problem) => FirstDate().Match(problem) is { Success: true } match
        && s_firstDates.Contains(match.Groups["date"].Value) && MemberRules.IsEmptyDateColumn(className, match.Groups["column"].Value);

    private static Dictionary<string, string> Cells(JsonElement row) =>
        row.EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!, StringComparer.Ordinal);

    [GeneratedRegex("column '(?<column>[^']*)': expected '(?<date>[^']*)', is '(delete_value)?'$")]
    private static partial Regex FirstDate();

    [GeneratedRegex("column 'Remarketing Rule': expected '(.*)', is '(.*)'$", RegexOptions.Singleline)]
    private static partial Regex RuleTexts();

    [GeneratedRegex(@"\(EcommTotalValue [A-Za-z]+ [^()]*\)")]
    private static partial Regex RuleNumber();
}
