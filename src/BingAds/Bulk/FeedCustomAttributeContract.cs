namespace BingAds.Bulk;

/// <summary>One column of a feed, as its record in a bulk file describes it.</summary>
public sealed class FeedCustomAttributeContract
{
    /// <summary>Kind of value that the column holds.</summary>
    public string? FeedAttributeType { get; set; }

    /// <summary>Name of the column.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the column is part of the key; null is not written.</summary>
    public bool? IsPartOfKey { get; set; }
}
