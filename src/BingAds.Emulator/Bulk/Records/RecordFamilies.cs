using BingAds.Emulator.Families;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Where the store keeps the records that no service models, and what they hang on.</summary>
internal static class RecordFamilies
{
    public static string Of(RecordLevel level) => level switch
    {
        RecordLevel.Account => FamilyNames.AccountRecord,
        RecordLevel.Campaign => FamilyNames.CampaignRecord,
        RecordLevel.AdGroup => FamilyNames.AdGroupRecord,
        RecordLevel.Keyword => FamilyNames.KeywordRecord,
        _ => FamilyNames.ChildRecord,
    };

    /// <summary>The family of the entities that records of this level hang on.</summary>
    public static string ParentOf(RecordSpec spec) => spec.Level switch
    {
        RecordLevel.Account => FamilyNames.Account,
        RecordLevel.Campaign => FamilyNames.Campaign,
        RecordLevel.AdGroup => FamilyNames.AdGroup,
        RecordLevel.Keyword => FamilyNames.Keyword,
        _ => Of(RecordTypes.Get(spec.ParentType!).Level),
    };
}
