namespace BingAds.Emulator.Bulk.Records;

/// <summary>What a record hangs on.</summary>
internal enum RecordLevel
{
    Account,
    Campaign,
    AdGroup,
    Keyword,

    /// <summary>Another record that no service models, such as an asset group.</summary>
    Record,
}
