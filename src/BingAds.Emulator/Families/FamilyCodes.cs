namespace BingAds.Emulator.Families;

/// <summary>What one family answers to the mistakes that all families share, and how much a call may carry.</summary>
internal sealed record FamilyCodes
{
    /// <summary>Entities in one Add or Update.</summary>
    public required int Max { get; init; }

    /// <summary>Ids in one Get; deletions follow <see cref="MaxDeleted"/>.</summary>
    public required int MaxIds { get; init; }

    /// <summary>Ids in one Delete; as many as entities in an Add when 0.</summary>
    public int MaxDeleted { get; init; }

    public required int Empty { get; init; }

    public required int TooMany { get; init; }

    public required int NullItem { get; init; }

    public required int IdGiven { get; init; }

    public required int IdsEmpty { get; init; }

    public required int IdsTooMany { get; init; }

    public required int UnknownId { get; init; }

    public required int DuplicateId { get; init; }

    /// <summary>An id twice in a list of ids; as twice in a list of entities when 0.</summary>
    public int DuplicateInIds { get; init; }

    /// <summary>An id of the family, but of another parent; as unknown when 0.</summary>
    public int WrongParent { get; init; }

    /// <summary>No id in an Update; as unknown when 0.</summary>
    public int IdMissing { get; init; }

    /// <summary>The name is taken; 0 when names may repeat.</summary>
    public int NameTaken { get; init; }

    /// <summary>How many children one parent may have, and the code beyond.</summary>
    public int Capacity { get; init; } = int.MaxValue;

    public int Full { get; init; }
}
