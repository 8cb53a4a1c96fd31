using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Keywords: children of an ad group.</summary>
internal static class KeywordHandlers
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

    private static EntityFamily<Keyword> Family => CampaignFamilies.Keywords;

    public static void Register(HandlerTable table)
    {
        table.Add<AddKeywordsRequest, AddKeywordsResponse>(Add);
        table.Add<UpdateKeywordsRequest, UpdateKeywordsResponse>(Update);
        table.Add<DeleteKeywordsRequest, DeleteKeywordsResponse>(Delete);
        table.Add<GetKeywordsByIdsRequest, GetKeywordsByIdsResponse>(GetByIds);
        table.Add<GetKeywordsByAdGroupIdRequest, GetKeywordsByAdGroupIdResponse>(GetByAdGroup);
        table.Add<GetKeywordsByEditorialStatusRequest, GetKeywordsByEditorialStatusResponse>(GetByEditorialStatus);
    }

    private static AddKeywordsResponse Add(CallContext call, AddKeywordsRequest request)
    {
        var group = AdGroupOf(call, request.AdGroupId);
        var errors = new ItemErrors();
        var room = MaxInAccount - call.Session.Entities.CountOfAccount(FamilyNames.Keyword, call.Account.Id);
        var ids = Family.Add(
            call,
            group,
            request.Keywords,
            errors,
            keyword =>
            {
                PrepareNew(keyword, errors);
                errors.Require(room > 0, AccountFull);
            },
            _ => room--);
        return new() { KeywordIds = ids, PartialErrors = errors.List, InheritedBidStrategyTypes = InheritedTypes(call, request.ReturnInheritedBidStrategyTypes, group, ids.Count) };
    }

    private static UpdateKeywordsResponse Update(CallContext call, UpdateKeywordsRequest request)
    {
        var group = AdGroupOf(call, request.AdGroupId);
        var errors = new ItemErrors();
        Family.Update(call, group, request.Keywords, errors, (before, given) => BeforeUpdate(before, given, errors), change => Check(change.After, errors));
        return new()
        {
            PartialErrors = errors.List,
            InheritedBidStrategyTypes = InheritedTypes(call, request.ReturnInheritedBidStrategyTypes, group, request.Keywords!.Count),
        };
    }

    private static DeleteKeywordsResponse Delete(CallContext call, DeleteKeywordsRequest request)
    {
        var errors = new ItemErrors();
        Family.Delete(call, AdGroupOf(call, request.AdGroupId), request.KeywordIds, errors);
        return new() { PartialErrors = errors.List };
    }

    private static GetKeywordsByIdsResponse GetByIds(CallContext call, GetKeywordsByIdsRequest request)
    {
        var errors = new ItemErrors();
        return new() { Keywords = Family.Get(call, AdGroupOf(call, request.AdGroupId), request.KeywordIds, errors), PartialErrors = errors.List };
    }

    private static GetKeywordsByAdGroupIdResponse GetByAdGroup(CallContext call, GetKeywordsByAdGroupIdRequest request)
        => new() { Keywords = Family.Children(call, AdGroupOf(call, request.AdGroupId)) };

    private static GetKeywordsByEditorialStatusResponse GetByEditorialStatus(CallContext call, GetKeywordsByEditorialStatusRequest request)
        => new() { Keywords = [.. Family.Children(call, AdGroupOf(call, request.AdGroupId)).Where(k => k!.EditorialStatus == request.EditorialStatus)] };

    /// <summary>The ad group of a call, if it is one of the account's.</summary>
    internal static long AdGroupOf(CallContext call, long? adGroupId)
        => CampaignFamilies.AdGroups.FindOwn(call, adGroupId)?.Id ?? throw ApiFaultException.Operation(CampaignFamilies.AdGroups.Codes.UnknownId);

    private static void PrepareNew(Keyword keyword, ItemErrors errors)
    {
        errors.Require(keyword.EditorialStatus is null, EditorialStatusGiven);
        errors.Require(TextRules.IsName(keyword.Text, MaxText), InvalidText);
        keyword.Status ??= KeywordStatus.Active;
        keyword.EditorialStatus = KeywordEditorialStatus.Active;
        Check(keyword, errors);
    }

    private static void BeforeUpdate(Keyword before, Keyword given, ItemErrors errors)
    {
        errors.Require(!EntityMerge.IsEmpty(given), UpdateEmpty);
        errors.Require(given.EditorialStatus is null, EditorialStatusGiven);
        errors.Require(given.Text is null || given.Text == before.Text, CannotChangeText);
        errors.Require(given.MatchType is null || given.MatchType == before.MatchType, MatchTypeFixed);
    }

    private static void Check(Keyword keyword, ItemErrors errors)
    {
        // Bidding is decided by the campaign alone.
        keyword.BiddingScheme = new InheritFromParentBiddingScheme();
        errors.Require(keyword.MatchType is { } match && match.Known != V13.CampaignManagement.MatchType.KnownValue.Unrecognized, MatchTypeMissing);
        errors.Require(keyword.Status == KeywordStatus.Active || keyword.Status == KeywordStatus.Paused, InvalidStatus);
        errors.Require(IsParam(keyword.Param1, MaxParam1), InvalidParam1);
        errors.Require(IsParam(keyword.Param2, MaxParam), InvalidParam2);
        errors.Require(IsParam(keyword.Param3, MaxParam), InvalidParam3);
        errors.Require(keyword.DestinationUrl is null || keyword.FinalUrls is not { Count: > 0 }, BothUrls);
        MoneyRules.CheckBid(errors, keyword.Bid?.Amount, InvalidBid);
        UrlRules.CheckUrls(errors, keyword.FinalUrls, keyword.FinalMobileUrls);
        UrlRules.CheckTracking(errors, keyword.TrackingUrlTemplate, keyword.FinalUrlSuffix, keyword.UrlCustomParameters);
        UrlRules.CheckTrackingNeedsUrl(errors, keyword.FinalUrls, keyword.TrackingUrlTemplate, keyword.FinalUrlSuffix, keyword.UrlCustomParameters);
        keyword.UrlCustomParameters = UrlRules.Normalize(keyword.UrlCustomParameters);
    }

    private static bool IsParam(string? text, int maxLength) => text is null || (text.Length <= maxLength && !TextRules.HasControl(text));

    private static List<string> InheritedTypes(CallContext call, bool? wanted, long adGroup, int count)
    {
        if (wanted != true)
            return [];
        var campaignId = call.Session.Entities.Find(FamilyNames.AdGroup, adGroup)!.Parent;
        var campaign = CampaignFamilies.Campaigns.Read(call.Session.Entities.Find(FamilyNames.Campaign, campaignId)!);
        var type = campaign.BiddingScheme?.TypeName.Replace("BiddingScheme", "", StringComparison.Ordinal) ?? "EnhancedCpc";
        return [.. Enumerable.Repeat(type, count)];
    }
}
