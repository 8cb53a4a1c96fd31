using System.Collections.Frozen;
using BingAds.Bulk;
using BingAds.Contract;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>All record types of the format. Their names follow rules, so what is known about them is read off the names, with few exceptions.</summary>
internal static class RecordTypes
{
    private const int EntityNotFound = 4202;
    private const int InvalidAdExtensionId = 3812;
    private const int AdGroupCriterionIdInvalid = 4100;
    private const int CampaignCriterionIdInvalid = 4507;
    private const int InvalidAudienceId = 4835;
    private const int InvalidConversionGoalId = 5314;
    private const int InvalidFeedId = 5904;
    private const int InvalidFeedItemId = 5941;
    private const int ExperimentIdInvalid = 6110;

    private static readonly string[] s_audiences =
    [
        "Remarketing List", "Similar Remarketing List", "Custom Audience", "In Market Audience", "Product Audience", "Combined List", "Customer List", "Impression Based Remarketing List",
    ];

    private static readonly FrozenDictionary<string, DownloadEntity> s_entities =
        (ApiCatalog.EnumValues(ServiceName.Bulk, "DownloadEntity") ?? []).ToFrozenDictionary(static n => n, static n => (DownloadEntity)n, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, RecordSpec> s_specs = Enumerable.Range(0, BulkRecordTypes.Count)
        .Select(static i => BulkRecordTypes.Create(i)!)
        .ToFrozenDictionary(static e => e.RecordType, static e => Describe((SingleRecordBulkEntity)e), StringComparer.Ordinal);

    public static IEnumerable<RecordSpec> All => s_specs.Values.OrderBy(static s => s.Type, StringComparer.Ordinal);

    public static RecordSpec Get(string type) => s_specs[type];

    /// <summary>An empty record of a type.</summary>
    public static SingleRecordBulkEntity Create(string type) => (SingleRecordBulkEntity)BulkRecordTypes.Create(System.Text.Encoding.UTF8.GetBytes(type))!;

    /// <summary>The value of <c>DownloadEntities</c> that is named after a record type; most have one.</summary>
    public static DownloadEntity? EntityOf(string type)
    {
        var name = type.Replace(" ", "", StringComparison.Ordinal);
        return s_entities.TryGetValue(name, out var entity) || s_entities.TryGetValue(name + "s", out entity) ? entity : default(DownloadEntity?);
    }

    private static RecordSpec Describe(SingleRecordBulkEntity entity)
    {
        var type = entity.RecordType;
        var (level, parent) = LevelOf(type);
        entity.Create();
        return new RecordSpec(type)
        {
            Level = level,
            ParentType = parent,
            SourceType = SourceOf(type),
            Entities = [.. EntitiesOf(type, level).Distinct()],
            KeyKind = s_audiences.Contains(type) ? "Audience" : type.EndsWith(" Goal", StringComparison.Ordinal) ? "Goal" : type,
            UnknownId = UnknownIdOf(type, level),
            HasId = Has(entity, RecordColumns.Id),
            HasParentId = Has(entity, RecordColumns.ParentId),
            HasStatus = Has(entity, RecordColumns.Status),
            HasCampaignName = Has(entity, RecordColumns.Campaign),
            HasAdGroupName = Has(entity, RecordColumns.AdGroup),
        };
    }

    private static (RecordLevel Level, string? Parent) LevelOf(string type) => type switch
    {
        "Asset Group" => (RecordLevel.Campaign, null),
        "Audience Group Asset Group Association" => (RecordLevel.Record, "Asset Group"),
        "Feed Item" => (RecordLevel.Record, "Feed"),
        "Customer List Item" => (RecordLevel.Record, "Customer List"),
        _ when Starts(type, "Asset Group ") => (RecordLevel.Record, "Asset Group"),
        _ when Starts(type, "Campaign ") => (RecordLevel.Campaign, null),
        _ when Starts(type, "Ad Group ") || Starts(type, "Adgroup ") => (RecordLevel.AdGroup, null),
        _ when Starts(type, "Keyword ") => (RecordLevel.Keyword, null),
        _ => (RecordLevel.Account, null),
    };

    private static string? SourceOf(string type)
    {
        if (type == "Audience Group Asset Group Association")
            return "Audience Group";
        if (!type.EndsWith(" Ad Extension", StringComparison.Ordinal))
            return null;
        string[] targets = ["Account ", "Campaign ", "Ad Group "];
        return Array.Find(targets, target => Starts(type, target)) is { } found ? type[found.Length..] : null;
    }

    private static IEnumerable<DownloadEntity> EntitiesOf(string type, RecordLevel level)
    {
        if (EntityOf(type) is { } own)
            yield return own;
        if (s_audiences.Contains(type))
            yield return DownloadEntity.Audiences;
        else if (type.EndsWith(" Association", StringComparison.Ordinal) && s_audiences.Any(a => type.Contains(a, StringComparison.Ordinal)))
            yield return AudienceAssociations(level, type.Contains("Negative", StringComparison.Ordinal));
        else if (type.EndsWith(" Criterion", StringComparison.Ordinal) && type != "Campaign Negative Store Criterion")
            yield return level == RecordLevel.Campaign ? DownloadEntity.CampaignTargetCriterions : DownloadEntity.AdGroupTargetCriterions;
        else if (type.EndsWith(" Goal", StringComparison.Ordinal) && level == RecordLevel.Account)
            yield return DownloadEntity.ConversionGoal;
        else if (type == "Bid Strategy")
            yield return DownloadEntity.BidStrategies;
        else if (type is "Offline Conversion" or "Online Conversion Adjustment")
            yield return DownloadEntity.OfflineConversionGoal; // The service takes these and never shows them; here whoever looks at the goals sees what came.
        else if (type == "Customer List Item")
            yield return DownloadEntity.CustomerLists; // As above.
    }

    private static DownloadEntity AudienceAssociations(RecordLevel level, bool isNegative) => (level, isNegative) switch
    {
        (RecordLevel.Campaign, false) => DownloadEntity.CampaignAudienceAssociations,
        (RecordLevel.Campaign, true) => DownloadEntity.CampaignNegativeAudienceAssociations,
        (_, false) => DownloadEntity.AdGroupAudienceAssociations,
        _ => DownloadEntity.AdGroupNegativeAudienceAssociations,
    };

    private static int UnknownIdOf(string type, RecordLevel level) => type switch
    {
        "Feed" => InvalidFeedId,
        "Feed Item" => InvalidFeedItemId,
        "Experiment" => ExperimentIdInvalid,
        "Asset Group" => EntityNotFound,
        _ when type.EndsWith(" Ad Extension", StringComparison.Ordinal) => InvalidAdExtensionId,
        _ when s_audiences.Contains(type) => InvalidAudienceId,
        _ when type.EndsWith(" Goal", StringComparison.Ordinal) && level == RecordLevel.Account => InvalidConversionGoalId,
        _ => level switch
        {
            RecordLevel.Campaign => CampaignCriterionIdInvalid,
            RecordLevel.AdGroup => AdGroupCriterionIdInvalid,
            _ => EntityNotFound,
        },
    };

    private static bool Starts(string type, string word) => type.StartsWith(word, StringComparison.Ordinal);

    private static bool Has(SingleRecordBulkEntity entity, int column)
    {
        try
        {
            return entity.ReadCell(column, new BulkCell("1"u8));
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
