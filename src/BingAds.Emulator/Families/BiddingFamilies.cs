using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The families of what steers automatic bidding, and of experiments.</summary>
internal static class BiddingFamilies
{
    private const int WithoutPublishedLimit = 1000;

    /// <summary>Strategies that campaigns share, below the account or the customer.</summary>
    public static EntityFamily<BidStrategy> Strategies { get; } = new(FamilyNames.BidStrategy, GeneralCodes.Family(100, isNamed: true))
    {
        GetId = static s => s.Id,
        SetId = static (s, id) => s.Id = id,
        UniqueName = static s => TextRules.FoldCase(s.Name),
        IsVisible = EntityOwners.IsVisible,
        FirstId = 7_044_118_300,
        IdStep = 7,
    };

    public static EntityFamily<SeasonalityAdjustment> Seasonality { get; } = new(FamilyNames.SeasonalityAdjustment, GeneralCodes.Family(WithoutPublishedLimit, isNamed: false))
    {
        GetId = static s => s.Id,
        SetId = static (s, id) => s.Id = id,
        FirstId = 5_200_419,
        IdStep = 3,
    };

    public static EntityFamily<DataExclusion> Exclusions { get; } = new(FamilyNames.DataExclusion, GeneralCodes.Family(WithoutPublishedLimit, isNamed: false))
    {
        GetId = static e => e.Id,
        SetId = static (e, id) => e.Id = id,
        FirstId = 5_700_233,
        IdStep = 3,
    };

    public static EntityFamily<Experiment> Experiments { get; } = new(FamilyNames.Experiment, new()
    {
        Max = 100, MaxIds = 5000, MaxDeleted = 100, Empty = 6101, TooMany = 6135, NullItem = 6102, IdGiven = 1004, IdsEmpty = 6112, IdsTooMany = 6135,
        UnknownId = 6110, DuplicateId = 6111, NameTaken = 6124, Capacity = 5000, Full = 6103,
    })
    {
        GetId = static e => e.Id,
        SetId = static (e, id) => e.Id = id,
        UniqueName = static e => TextRules.FoldCase(e.Name),
        Status = static e => e.ExperimentStatus,
        FirstId = 8_400_611,
        IdStep = 3,
    };
}
