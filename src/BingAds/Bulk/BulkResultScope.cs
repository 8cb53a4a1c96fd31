namespace BingAds.Bulk;

/// <summary>What a bulk file holds. It decides how the negative sites of one campaign or ad group are given: together, or one by one.</summary>
public enum BulkResultScope
{
    /// <summary>A download of everything: the sites of one parent are always one entity.</summary>
    Full,

    /// <summary>A download of changes: the sites of one parent are one entity only where the file says that all of them are there.</summary>
    Partial,

    /// <summary>The result of an upload: as with <see cref="Partial"/>.</summary>
    Upload,
}
