namespace BingAds.Emulator.Bulk.Records;

/// <summary>All that can stand in a bulk file.</summary>
internal static class RecordKinds
{
    /// <summary>In the order of a download: what others hang on comes before them.</summary>
    public static IReadOnlyList<RecordKind> InOrder() =>
    [
        new AccountRecords(),
        new CampaignRecords(),
        new AdGroupRecords(),
        new KeywordRecords(),
    ];
}
