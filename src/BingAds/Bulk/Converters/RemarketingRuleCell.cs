using System.Globalization;
using System.Text.RegularExpressions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Rule of a remarketing list as an expression: <c>PageVisitors((Url Contains shoes) and (ReferrerUrl DoesNotContain old))</c>.</summary>
internal static partial class RemarketingRuleCell
{
    private const string None = "None";

    public static RemarketingRule? Read(in BulkCell cell)
    {
        var text = cell.ToString();
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return null;
        }

        var rest = text[open..];
        return text[..open].Trim().ToUpperInvariant() switch
        {
            "PAGEVISITORS" => PageVisitors(rest),
            "PAGEVISITORSWHOVISITEDANOTHERPAGE" => VisitedAnother(rest),
            "PAGEVISITORSWHODIDNOTVISITANOTHERPAGE" => DidNotVisitAnother(rest),
            "CUSTOMEVENTS" => CustomEvents(rest),
            _ => null,
        };
    }

    private static PageVisitorsRule PageVisitors(string text)
    {
        var groups = text.Split(")) or ((");
        var isConjunctive = false;
        if (groups.Length == 1)
        {
            groups = text.Split(")) and ((");
            isConjunctive = groups.Length > 1 || text.Contains(") or (", StringComparison.Ordinal);
        }

        return new PageVisitorsRule
        {
            Type = "PageVisitors",
            NormalForm = isConjunctive ? NormalForm.Conjunctive : NormalForm.Disjunctive,
            RuleItemGroups = [.. groups.Select(g => new RuleItemGroup { Items = [.. g.Split(isConjunctive ? ") or (" : ") and (").Select(static i => Item(i)!)] })],
        };
    }

    private static PageVisitorsWhoVisitedAnotherPageRule? VisitedAnother(string text) => text.Split("))) and (((") is [var visited, var another]
        ? new PageVisitorsWhoVisitedAnotherPageRule
        {
            Type = "PageVisitorsWhoVisitedAnotherPage",
            RuleItemGroups = Groups(visited),
            AnotherRuleItemGroups = Groups(another),
        }
        : null;

    private static PageVisitorsWhoDidNotVisitAnotherPageRule? DidNotVisitAnother(string text) => text.Split("))) and not (((") is [var include, var exclude]
        ? new PageVisitorsWhoDidNotVisitAnotherPageRule
        {
            Type = "PageVisitorsWhoDidNotVisitAnotherPage",
            IncludeRuleItemGroups = Groups(include),
            ExcludeRuleItemGroups = Groups(exclude),
        }
        : null;

    private static List<RuleItemGroup> Groups(string text) =>
        [.. text.Split(")) or ((").Select(static g => new RuleItemGroup { Items = [.. g.Split(") and (").Select(Item).OfType<RuleItem>()] })];

    private static RuleItem? Item(string text)
    {
        var plain = Plain(text);
        if (NumberItem().Match(plain) is { Success: true } number)
        {
            return new NumberRuleItem
            {
                Type = "Number", Operand = number.Groups[1].Value, Operator = number.Groups[2].Value, Value = number.Groups[3].Value,
            };
        }

        return StringItem().Match(plain) is { Success: true } match
            ? new StringRuleItem { Type = "String", Operand = match.Groups[1].Value, Operator = match.Groups[2].Value, Value = match.Groups[3].Value }
            : null;
    }

    private static CustomEventsRule? CustomEvents(string text)
    {
        var rule = new CustomEventsRule { Type = "CustomEvents", ActionOperator = None, CategoryOperator = None, LabelOperator = None, ValueOperator = None };
        foreach (var piece in text.Split(") and ("))
        {
            if (EventOperand().Match(Plain(piece)) is not { Success: true } match)
            {
                return null;
            }

            var (name, @operator, value) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
            switch (name)
            {
                case "Category": (rule.Category, rule.CategoryOperator) = (value, @operator); break;
                case "Action": (rule.Action, rule.ActionOperator) = (value, @operator); break;
                case "Label": (rule.Label, rule.LabelOperator) = (value, @operator); break;
                default:
                    if (!decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                    {
                        return null;
                    }

                    (rule.Value, rule.ValueOperator) = (number, @operator);
                    break;
            }
        }

        return rule;
    }

    private static string Plain(string text) => text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    [GeneratedRegex("^(EcommTotalValue) (Equals|GreaterThan|LessThan|GreaterThanEqualTo|LessThanEqualTo|NotEquals) (.*)$", RegexOptions.Singleline)]
    private static partial Regex NumberItem();

    [GeneratedRegex("^(Url|ReferrerUrl|EcommPageType|EcommCategory|EcommProdId|Action|None) (Equals|Contains|BeginsWith|EndsWith|NotEquals|DoesNotContain|DoesNotBeginWith|DoesNotEndWith) (.*)$", RegexOptions.Singleline)]
    private static partial Regex StringItem();

    [GeneratedRegex("^(?:(Category|Action|Label) (Equals|Contains|BeginsWith|EndsWith|NotEquals|DoesNotContain|DoesNotBeginWith|DoesNotEndWith) (.*)|(?<1>Value) (?<2>Equals|GreaterThan|LessThan|GreaterThanEqualTo|LessThanEqualTo|NotEquals) (?<3>.*))$", RegexOptions.Singleline)]
    private static partial Regex EventOperand();
}
