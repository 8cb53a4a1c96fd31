using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Which goals single campaigns aim at. They are told as <c>GoalIds</c> of a campaign.</summary>
internal static class CampaignConversionGoalHandlers
{
    private const int Max = 1000;
    private const int InvalidCampaignId = 1100;
    private const int InvalidGoalId = 5314;

    public static void Register(HandlerTable table)
    {
        table.Add<AddCampaignConversionGoalsRequest, AddCampaignConversionGoalsResponse>(static (call, request) => new()
        {
            PartialErrors = ForEach(call, request.CampaignConversionGoal, isDeletion: false),
        });
        table.Add<DeleteCampaignConversionGoalsRequest, DeleteCampaignConversionGoalsResponse>(static (call, request) => new()
        {
            PartialErrors = ForEach(call, request.CampaignConversionGoal, isDeletion: true),
        });
    }

    private static List<BatchError?> ForEach(CallContext call, List<CampaignConversionGoal>? items, bool isDeletion)
    {
        if (items is not { Count: > 0 })
            throw ApiFaultException.Operation(GeneralCodes.ListMissing);
        if (items.Count > Max)
            throw ApiFaultException.Operation(GeneralCodes.TooManyItems);
        var errors = new ItemErrors();
        var seen = new HashSet<(long?, long?)>();
        for (var i = 0; i < items.Count; i++)
        {
            errors.Start(i);
            if (items[i] is not { } item)
            {
                errors.Fail(GeneralCodes.ItemMissing);
                continue;
            }

            errors.Require(seen.Add((item.CampaignId, item.GoalId)), GeneralCodes.DuplicateId);
            errors.Require(CampaignFamilies.Campaigns.FindOwn(call, item.CampaignId) is not null, InvalidCampaignId, nameof(item.CampaignId));
            errors.Require(ConversionFamilies.Goals.FindOwn(call, item.GoalId) is not null, InvalidGoalId, nameof(item.GoalId));
            if (!errors.Ok)
                continue;
            if (isDeletion)
                errors.Require(call.Session.Links.Delete(FamilyNames.ConversionGoal, FamilyNames.Campaign, item.GoalId!.Value, item.CampaignId!.Value), GeneralCodes.DoesNotExist);
            else
                CampaignGoals.Add(call, item.CampaignId!.Value, item.GoalId!.Value);
        }

        return errors.List;
    }
}
