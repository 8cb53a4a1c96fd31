using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Conditions of a webpage criterion: up to three groups of columns. A group without condition and value is none.</summary>
internal static class WebpageConditionCell
{
    private const int Most = 3;

    public static void Begin(WebpageParameter? parameter)
    {
        if (parameter is not null)
        {
            parameter.Conditions ??= [];
        }
    }

    public static void End(WebpageParameter? parameter)
    {
        if (parameter?.Conditions is { } conditions)
        {
            conditions.RemoveAll(static c => c is null or { Operand: null, Argument: null });
            conditions.ForEach(static c => c.Argument ??= "");
        }
    }

    public static void ReadOperand(in BulkCell cell, WebpageParameter? parameter, int index)
    {
        if (Make(parameter, index) is { } condition)
        {
            condition.Operand = EnumCell.Read<WebpageConditionOperand>(cell, BulkEnumNumbers.WebpageConditionOperand);
        }
    }

    public static void ReadArgument(in BulkCell cell, WebpageParameter? parameter, int index)
    {
        if (Make(parameter, index) is { } condition)
        {
            condition.Argument = cell.ToString();
        }
    }

    public static void ReadOperator(in BulkCell cell, WebpageParameter? parameter, int index)
    {
        if (Make(parameter, index) is { } condition)
        {
            condition.Operator = EnumCell.Read<WebpageConditionOperator>(cell, BulkEnumNumbers.WebpageConditionOperator);
        }
    }

    public static void WriteOperand(BulkRowWriter row, int column, WebpageParameter? parameter, int index) =>
        EnumCell.Write(row, column, Condition(parameter, index)?.Operand);

    public static void WriteArgument(BulkRowWriter row, int column, WebpageParameter? parameter, int index) =>
        row.Text(column, Condition(parameter, index)?.Argument);

    // A condition without operator has the one of the number 0.
    public static void WriteOperator(BulkRowWriter row, int column, WebpageParameter? parameter, int index)
    {
        if (Condition(parameter, index) is { } condition)
        {
            row.Text(column, condition.Operator?.ToString() ?? BulkEnumNumbers.WebpageConditionOperator(0));
        }
    }

    private static WebpageCondition? Condition(WebpageParameter? parameter, int index)
    {
        if (parameter?.Conditions is not { } conditions || index >= conditions.Count)
        {
            return null;
        }

        return conditions.Count <= Most ? conditions[index] : throw new FormatException($"A row holds at most {Most} conditions, not {conditions.Count}.");
    }

    // Groups that are skipped leave null until the end.
    private static WebpageCondition? Make(WebpageParameter? parameter, int index)
    {
        if (parameter?.Conditions is not { } conditions)
        {
            return null;
        }

        while (conditions.Count <= index)
        {
            conditions.Add(null!);
        }

        return conditions[index] ??= new WebpageCondition();
    }
}
