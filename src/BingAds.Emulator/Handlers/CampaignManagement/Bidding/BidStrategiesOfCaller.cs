using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Bidding;

/// <summary>Shared bid strategies of an account and of the customer above it.</summary>
internal sealed class BidStrategiesOfCaller(CallContext call, ItemErrors errors) : ScopedRules<BidStrategy>(call, errors)
{
    private const int MaxName = 255;
    private const int NotForCampaignType = 5703;

    /// <summary>The scope that a deletion names.</summary>
    public EntityScope? Scope { get; init; }

    public override void PrepareNew(BidStrategy item)
    {
        item.Scope ??= EntityScope.Account;
        Place(item.Scope);
        item.AssociatedCampaignType ??= CampaignType.Search;
        item.CurrencyCode ??= Conversions.ConversionGoalRules.AccountCurrency(Call);
        CheckName(item.Name);
        Errors.Require(item.Scope == EntityScope.Account || item.Scope == EntityScope.Customer, GeneralCodes.ValueInvalid, nameof(item.Scope));
        var isForType = item.AssociatedCampaignType.Value.Known is not (CampaignType.KnownValue.Unrecognized or CampaignType.KnownValue.PerformanceMax);
        Errors.Require(isForType, NotForCampaignType, nameof(item.AssociatedCampaignType));
        Check(item);
    }

    public override void BeforeUpdate(BidStrategy before, BidStrategy given)
    {
        if (given.Name is not null)
            CheckName(given.Name);
        Errors.Require(
            given.AssociatedCampaignType is null || given.AssociatedCampaignType == before.AssociatedCampaignType, GeneralCodes.ValueFixed, nameof(given.AssociatedCampaignType));
        Errors.Require(given.Scope is null || given.Scope == before.Scope, GeneralCodes.ValueFixed, nameof(given.Scope));
    }

    public override void CheckUpdate(EntityChange<BidStrategy> change) => Check(change.After);

    public override void CheckDelete(EntityRow row)
    {
        Errors.Require(row.Parent == BidStrategies.ParentOf(Call, Scope), GeneralCodes.UnknownId);
        Errors.Require(BidStrategies.CampaignsOf(Call.Session, row.Id).Count == 0, GeneralCodes.InvalidState);
    }

    private void CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            Errors.Fail(GeneralCodes.ValueMissing, nameof(BidStrategy.Name));
        else if (name.Length > MaxName)
            Errors.Fail(GeneralCodes.ValueTooLong, nameof(BidStrategy.Name));
        else
            Errors.Require(!TextRules.HasControl(name), GeneralCodes.ValueInvalid, nameof(BidStrategy.Name));
    }

    private void Check(BidStrategy strategy)
    {
        strategy.AssociationCount = null;
        if (strategy.BiddingScheme is not { } scheme)
        {
            Errors.Fail(GeneralCodes.ValueMissing, nameof(strategy.BiddingScheme));
            return;
        }

        PortfolioRules.Check(scheme, Errors);
        if (Errors.Ok)
            BiddingRules.Check(Errors, scheme);
        if (scheme.GetType() != typeof(BiddingScheme))
            strategy.BiddingScheme = BiddingRules.Correct(scheme, strategy.AssociatedCampaignType?.ToString() ?? "Search");
    }
}
