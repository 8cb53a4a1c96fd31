using System.Globalization;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

internal static partial class RemarketingRuleCell
{
    public static void Write(BulkRowWriter row, int column, RemarketingRule? value) => row.Text(column, value switch
    {
        PageVisitorsRule rule => "PageVisitors" + Groups(rule.RuleItemGroups, rule.NormalForm == NormalForm.Conjunctive),
        PageVisitorsWhoVisitedAnotherPageRule rule =>
            $"PageVisitorsWhoVisitedAnotherPage({Groups(rule.RuleItemGroups)}) and ({Groups(rule.AnotherRuleItemGroups)})",
        PageVisitorsWhoDidNotVisitAnotherPageRule rule =>
            $"PageVisitorsWhoDidNotVisitAnotherPage({Groups(rule.IncludeRuleItemGroups)}) and not ({Groups(rule.ExcludeRuleItemGroups)})",
        CustomEventsRule rule => "CustomEvents" + Events(rule),
        _ => null,
    });

    private static string Groups(List<RuleItemGroup>? groups, bool isConjunctive = false) =>
        string.Join(isConjunctive ? " and " : " or ", (groups ?? []).Select(g =>
            $"({string.Join(isConjunctive ? " or " : " and ", (g.Items ?? []).Select(static i => $"({Item(i)})"))})"));

    private static string Item(RuleItem? item) => item switch
    {
        StringRuleItem text => $"{text.Operand} {text.Operator} {text.Value}",
        NumberRuleItem number => $"{number.Operand} {number.Operator} {number.Value}",
        _ => "",
    };

    private static string Events(CustomEventsRule rule)
    {
        var parts = new List<string>();
        Add("Category", rule.CategoryOperator, rule.Category);
        Add("Action", rule.ActionOperator, rule.Action);
        Add("Label", rule.LabelOperator, rule.Label);
        Add("Value", rule.ValueOperator, rule.Value?.ToString(CultureInfo.InvariantCulture));
        return parts.Count > 0 ? string.Join(" and ", parts) : throw new FormatException("A rule for custom events needs a category, an action, a label or a value.");

        void Add(string name, object? @operator, string? value)
        {
            if (value is not null)
            {
                parts.Add($"({name} {@operator} {value})");
            }
        }
    }
}
