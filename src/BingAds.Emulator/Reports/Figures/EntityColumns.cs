namespace BingAds.Emulator.Reports.Figures;

/// <summary>Attributes that an account, campaign, group or keyword has: the same for all slices of a leaf.</summary>
internal static class EntityColumns
{
    /// <summary>Null for what is none.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="level">What the report is about, for attributes that several levels have.</param>
    public static Func<Leaf, ReportValue>? Find(string column, FigureLevel level)
        => AccountColumns.Find(column) ?? CampaignColumns.Find(column, level) ?? GroupColumns.Find(column, level) ?? KeywordColumns.Find(column, level);
}
