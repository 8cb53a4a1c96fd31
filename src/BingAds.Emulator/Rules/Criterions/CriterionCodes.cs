namespace BingAds.Emulator.Rules.Criterions;

/// <summary>What campaigns and ad groups answer differently to the same mistake with a criterion.</summary>
internal sealed record CriterionCodes
{
    public static CriterionCodes OfCampaigns { get; } = new()
    {
        CriterionMissing = 4510, TypeInvalid = 4503, TypeMismatch = 4503, StatusInvalid = 4520, BidTypeInvalid = 5803, BidValueInvalid = 5803, MultiplierNotSet = 4519,
        TypeImmutable = 4503, NotForParent = 5122, FilterInvalid = 4503,
    };

    public static CriterionCodes OfAdGroups { get; } = new()
    {
        CriterionMissing = 4157, TypeInvalid = 4112, TypeMismatch = 4142, StatusInvalid = 4111, BidTypeInvalid = 4108, BidValueInvalid = 4109, MultiplierNotSet = 4156,
        TypeImmutable = 4124, NotForParent = 5123, FilterInvalid = 4115,
    };

    /// <summary>Nothing is said to aim at.</summary>
    public required int CriterionMissing { get; init; }

    /// <summary>The kind is unknown, or cannot be excluded, or can only be excluded.</summary>
    public required int TypeInvalid { get; init; }

    /// <summary>The kind is not what the call is about.</summary>
    public required int TypeMismatch { get; init; }

    public required int StatusInvalid { get; init; }

    public required int BidTypeInvalid { get; init; }

    public required int BidValueInvalid { get; init; }

    public required int MultiplierNotSet { get; init; }

    /// <summary>A target cannot become an exclusion, nor the other way round.</summary>
    public required int TypeImmutable { get; init; }

    /// <summary>Campaigns or ad groups of that type cannot have the kind.</summary>
    public required int NotForParent { get; init; }

    /// <summary>What the call is about is no type, or none at all.</summary>
    public required int FilterInvalid { get; init; }
}
