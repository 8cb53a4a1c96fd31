namespace BingAds.Bulk.Upload;

/// <summary>Which records the numbers in a row point to: the format gives no table of it, but its names follow rules.</summary>
internal static class ReferenceKinds
{
    private static readonly string[] s_parents = ["Campaign", "Ad Group", "Asset Group", "Keyword", "Audience Group"];

    /// <summary>
    /// Whether the column <c>Id</c> of a record is not its own: it is that of a label, an extension or a list, which the record ties to its parent.
    /// </summary>
    public static bool IsTie(string recordType) =>
        recordType.EndsWith(" Label", StringComparison.Ordinal)
        || recordType.EndsWith(" Association", StringComparison.Ordinal)
        || (recordType.EndsWith(" Ad Extension", StringComparison.Ordinal) && TiePrefix(recordType) is not null);

    /// <summary>The record type to which the column <c>Id</c> of a tie points; null if the name does not tell.</summary>
    public static string? IdOf(string recordType)
    {
        if (recordType.EndsWith(" Label", StringComparison.Ordinal))
        {
            return "Label";
        }

        return TiePrefix(recordType) is { } prefix && recordType.EndsWith(" Ad Extension", StringComparison.Ordinal) ? recordType[prefix.Length..] : null;
    }

    /// <summary>The record type to which the column <c>Parent Id</c> points; null if the name does not tell.</summary>
    public static string? ParentOf(string recordType)
    {
        if (recordType is "Ad Group" or "Asset Group")
        {
            return "Campaign";
        }

        if (recordType == "Keyword" || recordType.EndsWith(" Ad", StringComparison.Ordinal))
        {
            return "Ad Group";
        }

        if (recordType.EndsWith(" Ad Label", StringComparison.Ordinal))
        {
            return recordType[..^" Label".Length];
        }

        if (recordType.EndsWith("Shared Negative Keyword", StringComparison.Ordinal))
        {
            return recordType[..^"Shared Negative Keyword".Length] + "Negative Keyword List";
        }

        if (recordType == "Audience Group Asset Group Association")
        {
            return "Asset Group";
        }

        if (recordType.StartsWith("Adgroup ", StringComparison.Ordinal))
        {
            return "Ad Group";
        }

        if (recordType.EndsWith(" Item", StringComparison.Ordinal))
        {
            var whole = recordType[..^" Item".Length];
            return whole is "Brand" ? "Brand List" : whole;
        }

        foreach (var parent in s_parents)
        {
            if (recordType.Length > parent.Length && recordType[parent.Length] == ' ' && recordType.StartsWith(parent, StringComparison.Ordinal))
            {
                return parent;
            }
        }

        return null;
    }

    /// <summary>The record type to which another column points; null if it may be one of several.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="recordType">Type of the row.</param>
    public static string? ColumnOf(string column, string recordType) => column switch
    {
        "Budget Id" => "Budget",
        "Bid Strategy Id" => "Bid Strategy",
        "Feed Id" or "Page Feed Ids" => "Feed",
        "Media Ids" => "Image",
        "Video Id" => "Video",
        "Experiment Id" => "Experiment",
        "Target Campaign Id" or "Base Campaign Id" or "Experiment Campaign Id" or "Impression Campaign Id" => "Campaign",
        "Target Ad Group Id" or "Impression Ad Group Id" => "Ad Group",
        "Parent Criterion Id" or "Parent Listing Group Id" => recordType,
        "New Customer Acquisition Goal Id" => "New Customer Acquisition Goal",
        _ => null,
    };

    private static string? TiePrefix(string recordType) =>
        recordType.StartsWith("Account ", StringComparison.Ordinal) ? "Account "
        : recordType.StartsWith("Campaign ", StringComparison.Ordinal) ? "Campaign "
        : recordType.StartsWith("Ad Group ", StringComparison.Ordinal) ? "Ad Group "
        : null;
}
