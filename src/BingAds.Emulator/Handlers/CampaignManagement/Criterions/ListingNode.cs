namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>One node of a tree that divides products, hotels or listings: a part that is divided further, or a leaf with a bid or an exclusion.</summary>
/// <param name="id">Its id.</param>
/// <param name="item">The entity that it is.</param>
internal sealed class ListingNode<T>(long id, T item)
{
    public long Id { get; } = id;

    public T Item { get; set; } = item;

    /// <summary>The node that it is a part of; null for the root.</summary>
    public long? Parent { get; set; }

    /// <summary>Whether it is a leaf.</summary>
    public bool IsUnit { get; init; }

    public string? Operand { get; init; }

    /// <summary>The value that its part has; null for the part that has none of its siblings' values.</summary>
    public string? Attribute { get; init; }

    /// <summary>Place of the action that made or changed it; null when no action did.</summary>
    public int? Action { get; set; }

    public bool IsNew { get; init; }
}
