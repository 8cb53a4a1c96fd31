using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Keywords below one ad group.</summary>
internal sealed class KeywordsOfAdGroup(CallContext call, long adGroup, ItemErrors errors) : EntityRules<Keyword>(call, adGroup, errors)
{
    private const int MaxText = 100;
    private const int MaxParam1 = 1022;
    private const int MaxParam = 70;
    private const int MaxInAccount = 5_000_000;
    private const int InvalidText = 1503;
    private const int CannotChangeText = 1504;
    private const int InvalidParam1 = 1511;
    private const int InvalidParam2 = 1512;
    private const int InvalidParam3 = 1513;
    private const int AccountFull = 1518;
    private const int InvalidStatus = 1531;
    private const int EditorialStatusGiven = 1532;
    private const int UpdateEmpty = 1534;
    private const int InvalidBid = 1538;
    private const int MatchTypeMissing = 1543;
    private const int MatchTypeFixed = 1545;
    private const int BothUrls = 4618;

    public override void PrepareNew(Keyword item)
    {
        Errors.Require(item.EditorialStatus is null, EditorialStatusGiven, nameof(Keyword.EditorialStatus));
        Errors.Require(TextRules.IsName(item.Text, MaxText), InvalidText, nameof(Keyword.Text));
        item.Status ??= KeywordStatus.Active;
        item.EditorialStatus = KeywordEditorialStatus.Active;
        Check(item);
        Errors.Require(Call.Rooms.AccountHasRoom(FamilyNames.Keyword, Call.Account.Id, MaxInAccount), AccountFull);
    }

    public override void BeforeUpdate(Keyword before, Keyword given)
    {
        Errors.Require(!EntityMerge.IsEmpty(given), UpdateEmpty);
        Errors.Require(given.EditorialStatus is null, EditorialStatusGiven, nameof(Keyword.EditorialStatus));
        Errors.Require(given.Text is null || given.Text == before.Text, CannotChangeText, nameof(Keyword.Text));
        Errors.Require(given.MatchType is null || given.MatchType == before.MatchType, MatchTypeFixed, nameof(Keyword.MatchType));
    }

    public override void CheckUpdate(EntityChange<Keyword> change) => Check(change.After);

    private void Check(Keyword keyword)
    {
        // Bidding is decided by the campaign alone.
        keyword.BiddingScheme = new InheritFromParentBiddingScheme();
        Errors.Require(keyword.MatchType is { } match && match.Known != V13.CampaignManagement.MatchType.KnownValue.Unrecognized, MatchTypeMissing, nameof(Keyword.MatchType));
        Errors.Require(keyword.Status == KeywordStatus.Active || keyword.Status == KeywordStatus.Paused, InvalidStatus, nameof(Keyword.Status));
        Errors.Require(IsParam(keyword.Param1, MaxParam1), InvalidParam1, nameof(Keyword.Param1));
        Errors.Require(IsParam(keyword.Param2, MaxParam), InvalidParam2, nameof(Keyword.Param2));
        Errors.Require(IsParam(keyword.Param3, MaxParam), InvalidParam3, nameof(Keyword.Param3));
        Errors.Require(keyword.DestinationUrl is null || keyword.FinalUrls is not { Count: > 0 }, BothUrls);
        MoneyRules.CheckBid(Errors, keyword.Bid?.Amount, InvalidBid, nameof(Keyword.Bid));
        UrlRules.CheckUrls(Errors, keyword.FinalUrls, keyword.FinalMobileUrls);
        UrlRules.CheckTracking(Errors, keyword.TrackingUrlTemplate, keyword.FinalUrlSuffix, keyword.UrlCustomParameters);
        UrlRules.CheckTrackingNeedsUrl(Errors, keyword.FinalUrls, keyword.TrackingUrlTemplate, keyword.FinalUrlSuffix, keyword.UrlCustomParameters);
        keyword.UrlCustomParameters = UrlRules.Normalize(keyword.UrlCustomParameters);
    }

    private static bool IsParam(string? text, int maxLength) => text is null || (text.Length <= maxLength && !TextRules.HasControl(text));
}
