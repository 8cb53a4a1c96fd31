using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement.Bidding;
using BingAds.Emulator.Handlers.CampaignManagement.Conversions;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Campaigns: children of an account.</summary>
internal static class CampaignHandlers
{
    private static EntityFamily<Campaign> Family => CampaignFamilies.Campaigns;

    public static void Register(HandlerTable table)
    {
        table.Add<AddCampaignsRequest, AddCampaignsResponse>(Add);
        table.Add<UpdateCampaignsRequest, UpdateCampaignsResponse>(Update);
        table.Add<DeleteCampaignsRequest, DeleteCampaignsResponse>(Delete);
        table.Add<GetCampaignsByIdsRequest, GetCampaignsByIdsResponse>(GetByIds);
        table.Add<GetCampaignsByAccountIdRequest, GetCampaignsByAccountIdResponse>(GetByAccount);
    }

    private static AddCampaignsResponse Add(CallContext call, AddCampaignsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        return new() { CampaignIds = Family.Add(request.Campaigns, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateCampaignsResponse Update(CallContext call, UpdateCampaignsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        Family.Update(request.Campaigns, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteCampaignsResponse Delete(CallContext call, DeleteCampaignsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        Family.Delete(request.CampaignIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetCampaignsByIdsResponse GetByIds(CallContext call, GetCampaignsByIdsRequest request)
    {
        var account = call.AccountOf(request.AccountId);
        var errors = new ItemErrors();
        var wanted = Wanted(request.CampaignType);
        var campaigns = Family.Get(call, account.Id, request.CampaignIds, errors, row => IsWanted(row, wanted), CampaignRules.EntityIdFilterMismatch);
        return new() { Campaigns = Show(call, campaigns, request.ReturnAdditionalFields), PartialErrors = errors.List };
    }

    private static GetCampaignsByAccountIdResponse GetByAccount(CallContext call, GetCampaignsByAccountIdRequest request)
    {
        var account = call.AccountOf(request.AccountId);
        var wanted = Wanted(request.CampaignType);
        return new() { Campaigns = Show(call, Family.Children(call, account.Id, row => IsWanted(row, wanted)), request.ReturnAdditionalFields) };
    }

    private static CampaignsOfAccount Rules(CallContext call, long? accountId) => new(call, call.AccountOf(accountId).Id, new ItemErrors());

    /// <summary>Without a filter, only search campaigns are told.</summary>
    private static CampaignType Wanted(CampaignType? filter) => filter ?? CampaignType.Search;

    private static bool IsWanted(EntityRow row, CampaignType wanted) => wanted.Has(row.Kind!);

    private static List<Campaign?> Show(CallContext call, List<Campaign?> campaigns, CampaignAdditionalField? more)
    {
        var budgets = new Dictionary<long, Budget?>();
        foreach (var campaign in campaigns)
        {
            if (campaign is null)
                continue;
            if (more?.Has(CampaignAdditionalField.AdScheduleUseSearcherTimeZone) != true)
                campaign.AdScheduleUseSearcherTimeZone = null;
            if (more?.Has(CampaignAdditionalField.CampaignConversionGoal) == true)
                campaign.GoalIds = CampaignGoals.Of(call.Session, campaign.Id!.Value);
            BidStrategies.Show(call, campaign);
            if (campaign.BudgetId is not { } id)
                continue;
            if (!budgets.TryGetValue(id, out var budget))
                budgets[id] = budget = CampaignFamilies.Budgets.FindOwn(call, id) is { } row ? CampaignFamilies.Budgets.Read(row) : null;
            campaign.DailyBudget = (double?)budget?.Amount;
            campaign.BudgetType = budget?.BudgetType;
        }

        return campaigns;
    }
}
