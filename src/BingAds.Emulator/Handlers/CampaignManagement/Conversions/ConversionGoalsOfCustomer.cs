using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Goals of a customer, as one of its accounts sees them.</summary>
internal sealed class ConversionGoalsOfCustomer(CallContext call, ItemErrors errors) : EntityRules<ConversionGoal>(call, call.Account.Customer, errors)
{
    private const int MaxName = 100;
    private const int MaxInAccount = 1000;
    private const int NameMissing = 5319;
    private const int NameInvalid = 5320;
    private const int AccountFull = 5326;
    private const int TypeUnknown = 5331;
    private const int TypeFixed = 5356;
    private const int OneInStoreGoal = 5358;

    public override void PrepareNew(ConversionGoal item)
    {
        if (GoalKinds.Of(item) is not { } kind)
        {
            Errors.Fail(TypeUnknown);
            return;
        }

        CheckName(item.Name);
        ConversionGoalRules.SetDefaults(item);
        ConversionGoalRules.Check(Call, item, Errors);
        if (kind == GoalKinds.InStore)
            Errors.Require(!Call.Session.Entities.Children(FamilyNames.ConversionGoal, Parent).Exists(static r => r.Kind == GoalKinds.InStore), OneInStoreGoal);
        Errors.Require(Call.Rooms.AccountHasRoom(FamilyNames.ConversionGoal, Call.Account.Id, MaxInAccount), AccountFull);
    }

    public override void BeforeUpdate(ConversionGoal before, ConversionGoal given)
    {
        Errors.Require(given.GetType() == before.GetType(), TypeFixed);
        if (given.Name is not null)
            CheckName(given.Name);
        given.TrackingStatus = null;
        given.IsAutoGoal = null;
        if (before is OfflineConversionGoal)
            given.Scope = null;
        if (given.Revenue is { } revenue)
        {
            revenue.Type ??= before.Revenue?.Type;
            revenue.Value ??= before.Revenue?.Value;
            revenue.CurrencyCode ??= before.Revenue?.CurrencyCode;
        }
    }

    public override void CheckUpdate(EntityChange<ConversionGoal> change) => ConversionGoalRules.Check(Call, change.After, Errors);

    private void CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            Errors.Fail(NameMissing, nameof(ConversionGoal.Name));
        else
            Errors.Require(TextRules.IsName(name, MaxName), NameInvalid, nameof(ConversionGoal.Name));
    }
}
