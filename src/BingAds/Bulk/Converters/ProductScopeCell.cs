using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Conditions of a product scope: up to eight pairs of columns. A pair without a cell is no condition.</summary>
internal static class ProductScopeCell
{
    public static void Begin(ProductScope? scope)
    {
        if (scope is not null)
        {
            scope.Conditions ??= [];
        }
    }

    public static void End(ProductScope? scope) => scope?.Conditions?.RemoveAll(static c => c is null);

    public static void ReadOperand(in BulkCell cell, ProductScope? scope, int index)
    {
        if (Make(scope, index) is { } condition)
        {
            condition.Operand = cell.ToString();
        }
    }

    public static void ReadAttribute(in BulkCell cell, ProductScope? scope, int index)
    {
        if (Make(scope, index) is { } condition)
        {
            condition.Attribute = cell.ToString();
        }
    }

    public static void WriteOperand(BulkRowWriter row, int column, ProductScope? scope, int index) => row.Text(column, Condition(scope, index)?.Operand);

    public static void WriteAttribute(BulkRowWriter row, int column, ProductScope? scope, int index) => row.Text(column, Condition(scope, index)?.Attribute);

    private static ProductCondition? Condition(ProductScope? scope, int index) =>
        scope?.Conditions is { } conditions && index < conditions.Count ? conditions[index] : null;

    // Pairs that are skipped leave null until the end.
    private static ProductCondition? Make(ProductScope? scope, int index)
    {
        if (scope?.Conditions is not { } conditions)
        {
            return null;
        }

        while (conditions.Count <= index)
        {
            conditions.Add(null!);
        }

        return conditions[index] ??= new ProductCondition { Operand = "", Attribute = "" };
    }
}
