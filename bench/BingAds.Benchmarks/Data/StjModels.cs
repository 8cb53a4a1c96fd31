using System.Text.Json.Serialization;

namespace BingAds.Benchmarks.Data;

// The baseline's classes: the same members as ours, in the same order, as one writes them by hand for System.Text.Json.
internal sealed class StjRequest
{
    public long? AccountId { get; set; }

    public List<StjCampaign>? Campaigns { get; set; }
}

internal sealed class StjResponse
{
    public List<StjCampaign>? Campaigns { get; set; }
}

internal sealed class StjCampaign
{
    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public int? AudienceAdsBidAdjustment { get; set; }

    public StjEntityScope? BidStrategyScope { get; set; }

    public StjBiddingScheme? BiddingScheme { get; set; }

    public StjBudgetLimitType? BudgetType { get; set; }

    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public double? DailyBudget { get; set; }

    public List<long>? DealIds { get; set; }

    public DateTime? EndDate { get; set; }

    public long? ExperimentId { get; set; }

    public string? FinalUrlSuffix { get; set; }

    public List<StjPair>? ForwardCompatibilityMap { get; set; }

    public List<long>? GoalIds { get; set; }

    public long? Id { get; set; }

    public bool? IsDealCampaign { get; set; }

    public bool? IsPolitical { get; set; }

    public string? MarketingObjective { get; set; }

    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public int? MultimediaAdsBidAdjustment { get; set; }

    public string? Name { get; set; }

    public DateTime? StartDate { get; set; }

    public StjCampaignStatus? Status { get; set; }

    public string? SubType { get; set; }

    public string? TimeZone { get; set; }

    public string? TrackingUrlTemplate { get; set; }

    public StjCustomParameters? UrlCustomParameters { get; set; }

    public bool? UseCampaignLevelDates { get; set; }

    public StjCampaignType? CampaignType { get; set; }

    public List<StjSetting>? Settings { get; set; }

    public long? BudgetId { get; set; }

    public List<string>? Languages { get; set; }

    public bool? AdScheduleUseSearcherTimeZone { get; set; }

    public long? BidStrategyId { get; set; }
}

internal sealed class StjPair
{
    [JsonPropertyName("key")]
    public string? Key { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}

internal sealed class StjBid
{
    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public double? Amount { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "Type")]
[JsonDerivedType(typeof(StjMaxConversions), "MaxConversions")]
[JsonDerivedType(typeof(StjTargetCpa), "TargetCpa")]
internal class StjBiddingScheme
{
}

internal sealed class StjMaxConversions : StjBiddingScheme
{
    public StjBid? MaxCpc { get; set; }

    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public double? TargetCpa { get; set; }
}

internal sealed class StjTargetCpa : StjBiddingScheme
{
    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public double? TargetCpa { get; set; }
}

internal sealed class StjCustomParameters
{
    public List<StjCustomParameter>? Parameters { get; set; }
}

internal sealed class StjCustomParameter
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "Type")]
[JsonDerivedType(typeof(StjTargetSetting), "TargetSetting")]
[JsonDerivedType(typeof(StjCoOpSetting), "CoOpSetting")]
internal class StjSetting
{
}

internal sealed class StjTargetSetting : StjSetting
{
    public List<StjTargetSettingDetail>? Details { get; set; }
}

internal sealed class StjCoOpSetting : StjSetting
{
    public bool? BidMaxValue { get; set; }
}

internal sealed class StjTargetSettingDetail
{
    public StjCriterionTypeGroup? CriterionTypeGroup { get; set; }

    public bool? TargetAndBid { get; set; }
}

internal enum StjEntityScope { Account, Customer }

internal enum StjBudgetLimitType { DailyBudgetAccelerated, DailyBudgetStandard, LifetimeBudgetStandard }

internal enum StjCampaignStatus { Active, Paused, BudgetPaused, BudgetAndManualPaused, Deleted, Suspended }

internal enum StjCampaignType { Search, Shopping, DynamicSearchAds, Audience, Hotel, PerformanceMax, App }

internal enum StjCriterionTypeGroup { Unknown, Gender, Age, Audience, CompanyName, JobFunction, Industry, IncomeRange, JobSeniority, CustomLinkedIn }

/// <summary>
/// The source generator with its fastest settings that give these bytes. Its fast path takes no number handling, enum names or type discriminators; where a type
/// has none of them (the custom parameters) it is used.
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(StjRequest))]
[JsonSerializable(typeof(StjResponse))]
internal sealed partial class StjContext : JsonSerializerContext;
