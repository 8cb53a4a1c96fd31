using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Goals for new customers, of one account.</summary>
internal sealed class NewCustomerGoalsOfAccount(CallContext call, ItemErrors errors) : EntityRules<NewCustomerAcquisitionGoal>(call, call.Account.Id, errors)
{
    private const int UnknownAudience = 4835;

    public override void PrepareNew(NewCustomerAcquisitionGoal item) => Check(item);

    // What is not given stays, even if an audience in it has gone meanwhile.
    public override void CheckUpdate(EntityChange<NewCustomerAcquisitionGoal> change) => Check(change.Given);

    private void Check(NewCustomerAcquisitionGoal goal)
    {
        Errors.Require(goal.AdditionalValue is null or >= 0, GeneralCodes.ValueOutOfRange, nameof(goal.AdditionalValue));
        foreach (var audience in goal.Audiences ?? [])
        {
            Errors.Require(AudienceFamilies.Audiences.FindOwn(Call, audience?.Id) is not null, UnknownAudience, nameof(goal.Audiences));
            if (audience is not null)
                audience.Name = null; // Read from the audience, which may be renamed.
        }
    }
}
