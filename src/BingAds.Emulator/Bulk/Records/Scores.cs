using BingAds.Bulk;
using BingAds.Emulator.Rules;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Quality scores and bid suggestions. Nothing is ever shown or clicked here, so they are made out of the ids: any, yet the same each time.</summary>
internal static class Scores
{
    public static QualityScoreData Of(long id) => new()
    {
        QualityScore = 1 + Pick(id, 1, 10),
        KeywordRelevance = 1 + Pick(id, 2, 3),
        LandingPageRelevance = 1 + Pick(id, 3, 3),
        LandingPageUserExperience = 1 + Pick(id, 4, 3),
    };

    /// <summary>Some keywords get no suggestions at all, as new ones do.</summary>
    public static BidSuggestionData? BidsOf(long id, string? text)
    {
        if (Pick(id, 5, 8) == 0)
            return null;
        var first = MoneyRules.MinBid + (Pick(id, 6, 100) / 100.0);
        return new BidSuggestionData
        {
            FirstPage = new() { KeywordText = text, Bid = Math.Round(first, 2) },
            MainLine = new() { KeywordText = text, Bid = Math.Round(first * 1.6, 2) },
            BestPosition = new() { KeywordText = text, Bid = Math.Round(first * 2.4, 2) },
        };
    }

    private static int Pick(long id, int what, int count)
    {
        // A multiplicative hash: neighbouring ids must not look alike.
        var hash = unchecked((ulong)((id * 8) + what) * 0x9E3779B97F4A7C15);
        return (int)((hash >> 33) % (ulong)count);
    }
}
