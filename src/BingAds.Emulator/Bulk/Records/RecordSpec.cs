using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>What is known about a record type besides its columns.</summary>
internal sealed record RecordSpec(string Type)
{
    public required RecordLevel Level { get; init; }

    /// <summary>Type of the record it hangs on, for <see cref="RecordLevel.Record"/>.</summary>
    public string? ParentType { get; init; }

    /// <summary>For an association: type of the record that its Id means. It has no id of its own.</summary>
    public string? SourceType { get; init; }

    /// <summary>What a download must ask for, one of them, to get it.</summary>
    public required IReadOnlyList<DownloadEntity> Entities { get; init; }

    /// <summary>The kind under which its reference keys are known. Rows that name an audience do not say of which type it is.</summary>
    public required string KeyKind { get; init; }

    /// <summary>The code for an id that is none.</summary>
    public required int UnknownId { get; init; }

    public bool HasId { get; init; }

    public bool HasParentId { get; init; }

    public bool HasStatus { get; init; }

    public bool HasCampaignName { get; init; }

    public bool HasAdGroupName { get; init; }

    /// <summary>A target criterion: in incremental downloads these are never told as deleted, but all that are left come again.</summary>
    public bool IsTarget => Entities.Contains(DownloadEntity.CampaignTargetCriterions) || Entities.Contains(DownloadEntity.AdGroupTargetCriterions);

    public bool IsWanted(IReadOnlySet<DownloadEntity> entities) => Entities.Any(entities.Contains);
}
