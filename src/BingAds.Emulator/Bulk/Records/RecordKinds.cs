namespace BingAds.Emulator.Bulk.Records;

/// <summary>All that can stand in a bulk file.</summary>
internal static class RecordKinds
{
    /// <summary>In the order of a download: what others hang on comes before them.</summary>
    public static IReadOnlyList<RecordKind> InOrder()
    {
        RecordKind[] shared = [new AccountRecords(), new BudgetRecords(), new LabelRecords(), new AdExtensionRecords(), new SharedListRecords(), new SharedListItemRecords()];
        RecordKind[] campaigns = [new CampaignRecords(), new NegativeKeywordRecords(RecordLevel.Campaign), new NegativeSiteRecords(RecordLevel.Campaign), new CampaignPageRecords()];
        RecordKind[] adGroups = [new AdGroupRecords(), new NegativeKeywordRecords(RecordLevel.AdGroup), new NegativeSiteRecords(RecordLevel.AdGroup), new AdGroupPageRecords()];
        RecordKind[] below = [new AdRecords(), new KeywordRecords()];
        RecordKind[] links = [new LabelLinkRecords(), new SharedListLinkRecords(), new AdExtensionLinkRecords()];
        RecordKind[] modelled = [.. shared, .. campaigns, .. adGroups, .. below, .. links];
        var types = modelled.SelectMany(static kind => kind.Types).ToHashSet(StringComparer.Ordinal);
        var others = RecordTypes.All.Where(spec => !types.Contains(spec.Type)).ToLookup(static spec => spec.SourceType is not null);
        return
        [
            .. shared, new GenericRecords(RecordLevel.Account, others[false]),
            .. campaigns, new GenericRecords(RecordLevel.Campaign, others[false]),
            .. adGroups, new GenericRecords(RecordLevel.AdGroup, others[false]),
            .. below, new GenericRecords(RecordLevel.Keyword, others[false]),
            new GenericRecords(RecordLevel.Record, others[false]),
            .. links, new GenericLinkRecords(others[true]),
        ];
    }
}
