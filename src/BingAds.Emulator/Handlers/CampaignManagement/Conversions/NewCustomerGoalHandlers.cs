using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>What a customer is worth more who was none before: nobody of the audiences named.</summary>
internal static class NewCustomerGoalHandlers
{
    private static EntityFamily<NewCustomerAcquisitionGoal> Family => ConversionFamilies.NewCustomerGoals;

    public static void Register(HandlerTable table)
    {
        table.Add<AddNewCustomerAcquisitionGoalsRequest, AddNewCustomerAcquisitionGoalsResponse>(Add);
        table.Add<UpdateNewCustomerAcquisitionGoalsRequest, UpdateNewCustomerAcquisitionGoalsResponse>(Update);
        table.Add<GetNewCustomerAcquisitionGoalsByAccountIdRequest, GetNewCustomerAcquisitionGoalsByAccountIdResponse>(GetByAccount);
    }

    private static AddNewCustomerAcquisitionGoalsResponse Add(CallContext call, AddNewCustomerAcquisitionGoalsRequest request)
    {
        var rules = new NewCustomerGoalsOfAccount(call, new ItemErrors());
        return new() { NewCustomerAcquisitionGoalIds = Family.Add(request.NewCustomerAcquisitionGoals, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateNewCustomerAcquisitionGoalsResponse Update(CallContext call, UpdateNewCustomerAcquisitionGoalsRequest request)
    {
        var rules = new NewCustomerGoalsOfAccount(call, new ItemErrors());
        Family.Update(request.NewCustomerAcquisitionGoals, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetNewCustomerAcquisitionGoalsByAccountIdResponse GetByAccount(CallContext call, GetNewCustomerAcquisitionGoalsByAccountIdRequest request)
    {
        var goals = Family.Children(call, call.AccountOf(request.AccountId).Id);
        goals.ForEach(goal => goal!.Audiences?.RemoveAll(a => AudienceFamilies.Audiences.FindOwn(call, a.Id) is null));
        foreach (var audience in goals.SelectMany(static g => g!.Audiences ?? []))
        {
            audience.Name = AudienceFamilies.Audiences.Read(AudienceFamilies.Audiences.Find(call, audience.Id)!).Name;
        }

        return new() { NewCustomerAcquisitionGoals = goals };
    }
}
