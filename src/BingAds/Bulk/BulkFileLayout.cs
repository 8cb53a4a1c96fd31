namespace BingAds.Bulk;

/// <summary>What separates the cells of a bulk file.</summary>
public enum BulkFileLayout
{
    /// <summary>Commas.</summary>
    Csv,

    /// <summary>Tabs.</summary>
    Tsv,
}
