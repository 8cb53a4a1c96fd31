using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>What a download asks for.</summary>
internal sealed record BulkReadScope
{
    public required long Customer { get; init; }

    public required long Account { get; init; }

    /// <summary>Only what belongs to these campaigns; null for all of the account.</summary>
    public IReadOnlySet<long>? Campaigns { get; init; }

    public required IReadOnlySet<DownloadEntity> Entities { get; init; }

    public required DataScope DataScope { get; init; }

    /// <summary>Only what was changed or deleted after it; null for all that lives.</summary>
    public DateTime? Since { get; init; }

    /// <summary>The moment that the file shows, for the row of the account: what is stored later is later.</summary>
    public required DateTime SyncTime { get; init; }
}
