using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>Negative keywords, alone or in a shared list.</summary>
internal static class NegativeKeywordRules
{
    private const int MaxText = 100;
    private const int Invalid = 1005;
    private const int IdGiven = 1004;
    private const int TextRequired = 4333;
    private const int InvalidMatchType = 4340;

    public static void Check(NegativeKeyword? keyword, ItemErrors errors)
    {
        if (string.IsNullOrWhiteSpace(keyword?.Text))
        {
            errors.Fail(TextRequired);
            return;
        }

        errors.Require(keyword.Id is null, IdGiven);
        errors.Require(keyword.Text.Length <= MaxText && !TextRules.HasControl(keyword.Text), Invalid);

        // Broad match does not exist for negative words.
        errors.Require(keyword.MatchType?.ToString() is "Exact" or "Phrase", InvalidMatchType);
    }

    /// <summary>What may stand once in one place.</summary>
    public static string Key(NegativeKeyword keyword) => $"{keyword.MatchType}:{TextRules.FoldKeyword(keyword.Text!)}";

    public static long NextId(StoreSession session) => session.Next("SharedListItem", 1, 8_100_440_000_000);
}
