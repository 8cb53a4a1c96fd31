using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Rules for the value of conversions, of one account.</summary>
internal sealed class ValueRulesOfAccount(CallContext call, ItemErrors errors) : EntityRules<ConversionValueRule>(call, call.Account.Id, errors)
{
    private const int CurrencyInvalid = 1015;
    private const int UnknownAudience = 4835;

    public override void PrepareNew(ConversionValueRule item)
    {
        item.Status ??= ConversionValueRuleStatus.Active;
        item.CurrencyCode ??= ConversionGoalRules.AccountCurrency(Call);
        Check(item);
        CheckAudiences(item.AudienceCondition);
    }

    public override void BeforeUpdate(ConversionValueRule before, ConversionValueRule given)
        => Errors.Require(given.Name is null or { Length: > 0 }, GeneralCodes.ValueMissing, nameof(given.Name));

    public override void CheckUpdate(EntityChange<ConversionValueRule> change)
    {
        Check(change.After);

        // What is not given stays, even if an audience in it has gone meanwhile.
        CheckAudiences(change.Given.AudienceCondition);
    }

    private void Check(ConversionValueRule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Name))
            Errors.Fail(GeneralCodes.ValueMissing, nameof(rule.Name));
        else
            Errors.Require(!TextRules.HasControl(rule.Name), GeneralCodes.ValueInvalid, nameof(rule.Name));
        Errors.Require(rule.Operation is { Known: not ConversionValueRuleOperator.KnownValue.Unrecognized }, GeneralCodes.ValueInvalid, nameof(rule.Operation));
        Errors.Require(rule.Value is not null, GeneralCodes.ValueMissing, nameof(rule.Value));
        Errors.Require(rule.Value is null or > 0, GeneralCodes.ValueOutOfRange, nameof(rule.Value));
        Errors.Require(rule.Status == ConversionValueRuleStatus.Active || rule.Status == ConversionValueRuleStatus.Paused, GeneralCodes.ValueInvalid, nameof(rule.Status));
        Errors.Require(rule.CurrencyCode is null || EnumRules.IsCurrency(rule.CurrencyCode), CurrencyInvalid, nameof(rule.CurrencyCode));
        CheckConditions(rule);
    }

    private void CheckConditions(ConversionValueRule rule)
    {
        bool?[] primary = [rule.AudienceCondition?.IsPrimary, rule.DeviceCondition?.IsPrimary, rule.LocationCondition?.IsPrimary];
        var isAny = rule.AudienceCondition is not null || rule.DeviceCondition is not null || rule.LocationCondition is not null;
        Errors.Require(isAny, GeneralCodes.ValueMissing);
        Errors.Require(primary.Count(static p => p == true) <= 1, GeneralCodes.ValueInvalid, nameof(AudienceCondition.IsPrimary));
        if (rule.DeviceCondition is { } devices)
        {
            devices.IsPrimary ??= false;
            Errors.Require(DeviceRules.IsSome(devices.DeviceTypes), GeneralCodes.ValueInvalid, nameof(rule.DeviceCondition));
        }

        if (rule.LocationCondition is { } places)
            CheckPlaces(places);
    }

    private void CheckPlaces(LocationCondition condition)
    {
        condition.IsPrimary ??= false;
        LocationConditionItem?[] places = [.. condition.IncludedLocations ?? [], .. condition.ExcludedLocations ?? []];
        Errors.Require(places.Length > 0, GeneralCodes.ValueMissing, nameof(LocationCondition));
        Errors.Require(places.All(static p => p is { Id: > 0, Type: not null }), GeneralCodes.ValueInvalid, nameof(LocationCondition));
    }

    private void CheckAudiences(AudienceCondition? condition)
    {
        if (condition is null)
            return;
        condition.IsPrimary ??= false;
        Errors.Require(condition.Audiences is { Count: > 0 }, GeneralCodes.ValueMissing, nameof(AudienceCondition));
        foreach (var item in condition.Audiences ?? [])
        {
            var row = AudienceFamilies.Audiences.FindOwn(Call, item?.Id);
            Errors.Require(row is not null, UnknownAudience, nameof(AudienceCondition));
            if (row is null)
                continue;
            item!.Name = AudienceFamilies.Audiences.Read(row).Name;
            item.Type = row.Kind!;
        }
    }
}
