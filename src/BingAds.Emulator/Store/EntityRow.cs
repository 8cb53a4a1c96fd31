namespace BingAds.Emulator.Store;

/// <summary>One stored entity of any family: what the store must know to find it, and the entity itself as JSON.</summary>
internal sealed record EntityRow(string Family, long Id)
{
    /// <summary>Id of the entity it belongs to: the ad group of a keyword, the account of a campaign.</summary>
    public long Parent { get; init; }

    public long Account { get; init; }

    public long Customer { get; init; }

    /// <summary>What must be unique among the living children of one parent, already folded the way the family compares; null when nothing must.</summary>
    public string? Name { get; init; }

    /// <summary>Subtype, where queries ask for it: a campaign's or an ad's type.</summary>
    public string? Kind { get; init; }

    public string? Status { get; init; }

    public bool Deleted { get; init; }

    public DateTime Created { get; init; }

    public DateTime Changed { get; init; }

    public required byte[] Body { get; init; }
}
