using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>How bids change where a criterion fits: a multiplier for targets and audiences, a bid of its own for pages and products, a rate for hotels.</summary>
internal static class CriterionBidRules
{
    private const double Lowest = -90;
    private const double Highest = 900;

    // A device can be left out altogether.
    private const double LowestOfDevices = -100;

    private const int Device = 2934;
    private const int Location = 2935;
    private const int Age = 2936;
    private const int Gender = 2937;
    private const int DayTime = 2952;
    private const int Audience = 4839;
    private const int Other = 5803;

    /// <summary>Checks a bid, which stays null where the kind has none.</summary>
    public static void Check(CriterionBid? bid, string? kind, CriterionCodes codes, ItemErrors errors)
    {
        switch (kind)
        {
            case "LocationIntent" or "ProductScope" or "Store":
                errors.Require(bid is null, codes.BidTypeInvalid);
                break;
            case "Webpage" or "ProductPartition":
                CheckFixed(bid, codes, errors);
                break;
            case "HotelGroup":
                CheckRate(bid, codes, errors);
                break;
            default:
                CheckMultiplier(bid, kind, codes, errors);
                break;
        }
    }

    private static void CheckFixed(CriterionBid? bid, CriterionCodes codes, ItemErrors errors)
    {
        if (bid is FixedBid known)
            CheckAmount(known.Amount, codes, errors);
        else
            errors.Require(bid is null, codes.BidTypeInvalid);
    }

    private static void CheckRate(CriterionBid? bid, CriterionCodes codes, ItemErrors errors)
    {
        if (bid is RateBid rate)
            errors.Require(rate.RateAmount?.Amount is > 0 and <= 1000, codes.BidValueInvalid);
        else
            CheckFixed(bid, codes, errors);
    }

    private static void CheckAmount(double? amount, CriterionCodes codes, ItemErrors errors)
    {
        errors.Require(amount is not null, codes.BidValueInvalid);
        MoneyRules.CheckBid(errors, amount, codes.BidValueInvalid, nameof(BiddableAdGroupCriterion.CriterionBid));
    }

    private static void CheckMultiplier(CriterionBid? bid, string? kind, CriterionCodes codes, ItemErrors errors)
    {
        if (bid is null)
            return;
        if (bid is not BidMultiplier multiplier)
            errors.Fail(codes.BidTypeInvalid);
        else if (multiplier.Multiplier is not { } percent)
            errors.Fail(codes.MultiplierNotSet);
        else
            errors.Require(percent >= (kind == "Device" ? LowestOfDevices : Lowest) && percent <= Highest, RangeCode(kind));
    }

    private static int RangeCode(string? kind) => kind switch
    {
        "Device" => Device,
        "Location" or "Radius" => Location,
        "Age" => Age,
        "Gender" => Gender,
        "DayTime" => DayTime,
        _ when CriterionKinds.IsAudience(kind) => Audience,
        _ => Other,
    };
}
