using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Keywords: children of an ad group.</summary>
internal static class KeywordHandlers
{
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
        var rules = new KeywordsOfAdGroup(call, group, new ItemErrors());
        var ids = Family.Add(request.Keywords, rules);
        return new() { KeywordIds = ids, PartialErrors = rules.Errors.List, InheritedBidStrategyTypes = InheritedTypes(call, request.ReturnInheritedBidStrategyTypes, group, ids.Count) };
    }

    private static UpdateKeywordsResponse Update(CallContext call, UpdateKeywordsRequest request)
    {
        var group = AdGroupOf(call, request.AdGroupId);
        var rules = new KeywordsOfAdGroup(call, group, new ItemErrors());
        Family.Update(request.Keywords, rules);
        return new()
        {
            PartialErrors = rules.Errors.List,
            InheritedBidStrategyTypes = InheritedTypes(call, request.ReturnInheritedBidStrategyTypes, group, request.Keywords!.Count),
        };
    }

    private static DeleteKeywordsResponse Delete(CallContext call, DeleteKeywordsRequest request)
    {
        var rules = new KeywordsOfAdGroup(call, AdGroupOf(call, request.AdGroupId), new ItemErrors());
        Family.Delete(request.KeywordIds, rules);
        return new() { PartialErrors = rules.Errors.List };
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
