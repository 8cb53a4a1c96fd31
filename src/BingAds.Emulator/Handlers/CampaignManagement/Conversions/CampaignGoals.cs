using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>The goals of one campaign. They are links, so that campaigns and the operations for such goals tell the same.</summary>
internal static class CampaignGoals
{
    private const int InvalidGoalId = 5314;

    public static List<long> Of(StoreSession session, long campaign)
        => [.. session.Links.To(FamilyNames.ConversionGoal, FamilyNames.Campaign, campaign).Select(static l => l.Source)];

    public static void Add(CallContext call, long campaign, long goal)
        => call.Session.Links.Set(FamilyNames.ConversionGoal, FamilyNames.Campaign, goal, campaign, call.Account.Id);

    /// <summary>Takes the goals out of what is given for a campaign, once they are looked at.</summary>
    public static List<long>? Take(CallContext call, Campaign given, ItemErrors errors)
    {
        var goals = given.GoalIds;
        given.GoalIds = null;
        errors.Require(goals is null || goals.TrueForAll(goal => ConversionFamilies.Goals.FindOwn(call, goal) is not null), InvalidGoalId, nameof(Campaign.GoalIds));
        return goals;
    }

    /// <summary>Gives a campaign these goals and no others; null leaves it those that it has.</summary>
    public static void Replace(CallContext call, long campaign, List<long>? goals)
    {
        if (goals is null)
            return;
        foreach (var old in Of(call.Session, campaign).Except(goals))
        {
            call.Session.Links.Delete(FamilyNames.ConversionGoal, FamilyNames.Campaign, old, campaign);
        }

        goals.ForEach(goal => Add(call, campaign, goal));
    }
}
