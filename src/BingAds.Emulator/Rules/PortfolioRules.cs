using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>Which schemes a shared bid strategy may have, and what they must say.</summary>
internal static class PortfolioRules
{
    private const double MinRoas = 0.01;
    private const double MaxRoas = 1000;
    private const int UnsupportedScheme = 4701;
    private const int TargetCpaMissing = 4702;
    private const int TargetCpaNotPositive = 4709;
    private const int InvalidTargetRoas = 4730;

    public static void Check(BiddingScheme scheme, ItemErrors errors)
    {
        switch (scheme)
        {
            case TargetCpaBiddingScheme cpa:
                errors.Require(cpa.TargetCpa is not null, TargetCpaMissing, nameof(cpa.TargetCpa));
                errors.Require(cpa.TargetCpa is null or > 0, TargetCpaNotPositive, nameof(cpa.TargetCpa));
                break;
            case MaxConversionsBiddingScheme conversions:
                errors.Require(conversions.TargetCpa is null or > 0, TargetCpaNotPositive, nameof(conversions.TargetCpa));
                break;
            case TargetRoasBiddingScheme roas:
                errors.Require(roas.TargetRoas is >= MinRoas and <= MaxRoas, InvalidTargetRoas, nameof(roas.TargetRoas));
                break;
            case MaxConversionValueBiddingScheme value:
                errors.Require(value.TargetRoas is null or (>= MinRoas and <= MaxRoas), InvalidTargetRoas, nameof(value.TargetRoas));
                break;
            case TargetImpressionShareBiddingScheme share:
                errors.Require(share.TargetImpressionShare is > 0 and <= 100, GeneralCodes.ValueOutOfRange, nameof(share.TargetImpressionShare));
                errors.Require(!string.IsNullOrWhiteSpace(share.TargetAdPosition), GeneralCodes.ValueMissing, nameof(share.TargetAdPosition));
                break;
            case MaxClicksBiddingScheme:
                break;
            default:
                errors.Fail(UnsupportedScheme, nameof(BidStrategy.BiddingScheme));
                break;
        }
    }
}
