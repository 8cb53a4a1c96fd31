using System.Globalization;
using System.Text.RegularExpressions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Rules of a combined list: <c>AND(1,2)&amp;OR(3)</c>.</summary>
internal static partial class CombinationRulesCell
{
    public static List<CombinationRule>? Read(in BulkCell cell)
    {
        if (cell.IsBlank)
        {
            return null;
        }

        var rules = new List<CombinationRule>();
        foreach (var piece in cell.ToString().Split('&', StringSplitOptions.TrimEntries))
        {
            if (Rule().Match(piece) is { Success: true } match)
            {
                rules.Add(new CombinationRule
                {
                    Operator = Operator(match.Groups["operator"].Value),
                    AudienceIds = [.. match.Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(LongListCell.Parse)],
                });
            }
        }

        return rules;
    }

    public static void Write(BulkRowWriter row, int column, List<CombinationRule>? value) =>
        row.Text(column, value is null ? null : string.Join('&', value.Select(static r =>
            $"{r.Operator?.ToString().ToUpperInvariant()}({string.Join(',', (r.AudienceIds ?? []).Select(static id => id.ToString(CultureInfo.InvariantCulture)))})")));

    private static LogicalOperator Operator(string text) => text.ToUpperInvariant() switch
    {
        "AND" => LogicalOperator.And,
        "OR" => LogicalOperator.Or,
        _ => LogicalOperator.Not,
    };

    [GeneratedRegex(@"^(?<operator>and|or|not)\((?<ids>[^()]*)\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
