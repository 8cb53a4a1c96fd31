using BingAds.Emulator.Api;
using BingAds.Emulator.Store;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>What the two download operations refuse.</summary>
internal static class DownloadChecks
{
    private const int MaxCampaigns = 1_000;

    // Dates before it are no dates to the service; its code for them speaks of a time that is too old.
    private static readonly DateTime s_oldest = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What both operations are asked alike.</summary>
    public static void Check(
        CallContext call, EmulatorBulkOptions options, IReadOnlyList<DownloadEntity>? entities, DataScope? scope, CompressionType? compression, DownloadFileType? fileType,
        string? version, DateTime? since)
    {
        if (string.IsNullOrEmpty(version))
            throw ApiFaultException.Operation(ErrorNumber.FormatVersionRequired);
        if (version != "6.0")
            throw ApiFaultException.Operation(ErrorNumber.FormatVersionNotSupported);
        if (entities is null or [])
            throw ApiFaultException.Operation(ErrorNumber.NoDownloadEntities);
        var unknown = string.Join(", ", entities.Where(static e => e.Known == DownloadEntity.KnownValue.Unrecognized));
        if (unknown.Length > 0)
            throw ApiFaultException.Operation(ErrorNumber.UnsupportedDownloadEntities, unknown);
        if (scope is { } wanted && wanted.Names.Any(static n => new DataScope(n).Known == DataScope.KnownValue.Unrecognized))
            throw ApiFaultException.Operation(ErrorNumber.DataScopeInvalid);
        if (compression?.Known == CompressionType.KnownValue.Unrecognized || fileType?.Known == DownloadFileType.KnownValue.Unrecognized)
            throw ApiFaultException.Access(ErrorNumber.ApiInputValidationError, "The compression or file type is unknown.");
        if (since is { } time)
            CheckTime(call, options, time);
    }

    /// <summary>The one account of a download.</summary>
    public static EntityRow Account(CallContext call, EmulatorBulkOptions options, IReadOnlyList<long>? accounts)
    {
        if (accounts is null or [])
            throw ApiFaultException.Operation(ErrorNumber.AccountIdsArrayIsEmpty);
        if (accounts.Count > 1)
            throw ApiFaultException.Operation(ErrorNumber.AccountIdsLengthExceeded);
        var account = call.AccountOf(accounts[0]);
        if (call.Session.Entities.CountOfAccount(FamilyNames.Keyword, account.Id) > options.MaxAccountKeywords)
        {
            var campaigns = call.Session.Entities.OfAccount(FamilyNames.Campaign, account.Id).Select(static c => c.Id);
            throw ApiFaultException.Operation(ErrorNumber.AccountTooBigToDownload, string.Join(',', campaigns));
        }

        return account;
    }

    /// <summary>The one account that all campaigns of a download belong to.</summary>
    public static EntityRow Account(CallContext call, EmulatorBulkOptions options, IReadOnlyList<CampaignScope?>? campaigns)
    {
        if (campaigns is null or [])
            throw ApiFaultException.Operation(ErrorNumber.CampaignsArrayIsEmpty);
        if (campaigns.Count > MaxCampaigns)
            throw ApiFaultException.Operation(ErrorNumber.CampaignsArrayExceedsLimit);
        if (campaigns.Any(static c => c?.CampaignId is null || c.ParentAccountId is null))
            throw ApiFaultException.Operation(ErrorNumber.CampaignScopeIsNull);
        if (campaigns.DistinctBy(static c => c!.ParentAccountId).Skip(1).Any())
            throw ApiFaultException.Operation(ErrorNumber.CampaignsOfSeveralAccounts);
        var account = call.AccountOf(campaigns[0]!.ParentAccountId);
        foreach (var campaign in campaigns)
        {
            if (call.Session.Entities.Find(FamilyNames.Campaign, campaign!.CampaignId!.Value)?.Account != account.Id)
                throw ApiFaultException.Operation(ErrorNumber.InvalidCampaignId, $"{campaign.CampaignId}");
        }

        if (call.Session.Entities.CountOfAccount(FamilyNames.Keyword, account.Id) > options.MaxCampaignKeywords && Keywords(call, campaigns) > options.MaxCampaignKeywords)
            throw ApiFaultException.Operation(ErrorNumber.CampaignsTooBigToDownload);
        return account;
    }

    private static long Keywords(CallContext call, IReadOnlyList<CampaignScope?> campaigns)
    {
        var table = call.Session.Entities;
        return campaigns.Sum(c => table.Children(FamilyNames.AdGroup, c!.CampaignId!.Value).Sum(g => (long)table.Count(FamilyNames.Keyword, g.Id)));
    }

    private static void CheckTime(CallContext call, EmulatorBulkOptions options, DateTime since)
    {
        // The time of the last snapshot is never in the future, though it is told in whole seconds.
        if (since > call.Session.LatestTime)
            throw ApiFaultException.Operation(ErrorNumber.LastSyncTimeInTheFuture);
        if (since < s_oldest || since < call.Now - options.SyncHistory)
            throw ApiFaultException.Operation(ErrorNumber.LastSyncTimeTooOld);
    }
}
