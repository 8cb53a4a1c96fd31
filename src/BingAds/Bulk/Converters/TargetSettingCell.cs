using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Kinds of criteria that ads are limited to: names between semicolons.</summary>
internal static class TargetSettingCell
{
    private static readonly string[] s_accepted = ["Age", "Audience", "CompanyName", "Gender", "Industry", "JobFunction"];

    public static List<TargetSettingDetail>? Read(in BulkCell cell) =>
    [
        .. cell.ToString().Split(';', StringSplitOptions.TrimEntries)
            .Where(static name => s_accepted.Contains(name, StringComparer.Ordinal))
            .Select(static name => new TargetSettingDetail { CriterionTypeGroup = name, TargetAndBid = true }),
    ];

    public static void Write(BulkRowWriter row, int column, List<TargetSettingDetail>? value, bool canDelete)
    {
        if (value is not { Count: > 0 })
        {
            if (canDelete)
            {
                row.Delete(column);
            }

            return;
        }

        SemicolonList.Write(row, column, value.Where(static d => d.TargetAndBid == true).Select(static d => d.CriterionTypeGroup?.ToString()), "; ");
    }
}
