using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Rules.Criterions;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>The criterions of one campaign or ad group. Both have types of their own that are alike in all but their names.</summary>
internal abstract class CriterionsOf<T>(CallContext call, CriterionParent parent, EntityFamily<T> family, CriterionCodes codes, ItemErrors errors)
    : EntityRules<T>(call, parent.Id, errors)
    where T : ApiObject, new()
{
    private const int ListingNotAllowed = 4141;
    private const int NotForCampaign = 5122;
    private const int LocationExclusionConflict = 2822;
    private const int TimesOverlap = 2951;
    private const int IntentCannotBeDeleted = 2965;

    private readonly CriterionRooms<T> _rooms = new(call, parent, family);

    /// <summary>The names that the call gives for what it is about; null when rows of a file come one by one, of any kind.</summary>
    public IReadOnlyList<string>? Wanted { get; init; }

    /// <summary>Whether the devices of this parent are all there, or none, when the call is done.</summary>
    public bool DevicesAreWhole { get; init; } = true;

    protected abstract (Criterion? Criterion, CriterionBid? Bid, bool IsNegative) Parts(T item);

    protected abstract void SetParts(T item, Criterion criterion, CriterionBid? bid);

    /// <summary>Checks what only the service sets, and sets it.</summary>
    protected abstract void CheckReadOnly(T item);

    public override void PrepareNew(T item)
    {
        var (criterion, bid, isNegative) = Parts(item);
        if (item.GetType() == typeof(T))
            Errors.Fail(codes.TypeInvalid);
        else if (criterion is null)
            Errors.Fail(codes.CriterionMissing);
        if (!Errors.Ok)
            return;
        if (criterion is AudienceCriterion audience)
            AudienceTargets.Resolve(Call, audience, Errors);
        var kind = CriterionKinds.Of(criterion);
        CheckReadOnly(item);
        CheckKind(kind, isNegative);
        if (!Errors.Ok)
            return;
        CriterionRules.Check(criterion!, isNegative, Errors);
        CriterionBidRules.Check(bid, kind, codes, Errors);
        SetParts(item, criterion!, isNegative ? null : bid ?? DefaultBid(kind!));
        CheckNeighbours(criterion!, isNegative, kind!);
    }

    public override void Added(T item)
    {
        var (criterion, _, _) = Parts(item);
        _rooms.Take(CriterionKinds.Of(criterion));
        if (criterion is AudienceCriterion { AudienceId: { } audience })
            AudienceTargets.Link(Call, parent, audience);
    }

    public override void BeforeUpdate(T before, T given)
    {
        var kind = CriterionKinds.Of(Parts(before).Criterion);
        Errors.Require(before.GetType() == given.GetType(), codes.TypeImmutable);
        Errors.Require(Wanted is null || CriterionKinds.IsWanted(Wanted, kind), codes.TypeMismatch);
        Errors.Require(!CriterionKinds.IsListing(kind), ListingNotAllowed);
        CheckReadOnly(given);
    }

    public override void Merge(T target, T given)
    {
        var before = Parts(target);
        EntityMerge.Apply(target, given);
        var merged = CriterionRules.Merge(before.Criterion!, Parts(given).Criterion, Errors);
        SetParts(target, merged, Parts(given).Bid ?? before.Bid);
    }

    public override void CheckUpdate(EntityChange<T> change)
    {
        var (criterion, bid, isNegative) = Parts(change.After);
        CriterionRules.Check(criterion!, isNegative, Errors);
        CriterionBidRules.Check(bid, CriterionKinds.Of(criterion), codes, Errors);
    }

    public override void CheckDelete(EntityRow row)
    {
        Errors.Require(Wanted is null || CriterionKinds.IsWanted(Wanted, row.Kind), codes.TypeMismatch);
        Errors.Require(!CriterionKinds.IsListing(row.Kind), ListingNotAllowed);
        Errors.Require(row.Kind != "LocationIntent", IntentCannotBeDeleted);
        Errors.Require(row.Kind != "Device" || DevicesAreWhole, DeviceSet.Incomplete);
    }

    public override void Deleted(EntityRow row)
    {
        _rooms.Forget();
        if (CriterionKinds.IsAudience(row.Kind) && Parts(family.Read(row)).Criterion is AudienceCriterion { AudienceId: { } audience })
            AudienceTargets.Unlink(Call, parent, audience);
    }

    private void CheckKind(string? kind, bool isNegative)
    {
        Errors.Require(kind is not null && (CriterionRules.Allows(kind, isNegative, parent.IsCampaign) || CriterionKinds.IsListing(kind)), codes.TypeInvalid);
        if (kind is null)
            return;
        Errors.Require(!CriterionKinds.IsListing(kind), ListingNotAllowed);
        Errors.Require(Wanted is null || CriterionKinds.IsWanted(Wanted, kind), codes.TypeMismatch);
        Errors.Require(parent.Suits(kind), kind == "Webpage" ? codes.NotForParent : NotForCampaign);
    }

    /// <summary>Looks at the criterions that are there already.</summary>
    private void CheckNeighbours(Criterion criterion, bool isNegative, string kind)
    {
        if (!Errors.Ok)
            return;
        if (criterion is LocationCriterion && CriterionKeys.Of(criterion, !isNegative) is { } opposite)
            Errors.Require(Call.Session.Entities.FindByName(family.Name, Parent, opposite) is null, LocationExclusionConflict);
        if (criterion is DayTimeCriterion time)
        {
            var times = _rooms.OfKind(kind).Select(row => Parts(row).Criterion).OfType<DayTimeCriterion>().Append(time);
            Errors.Require(!DayTimeRules.Overlap(times.Select(static t => (t.Day!.Value.ToString(), DayTimeRules.Minutes(t.FromHour, t.FromMinute)!.Value, DayTimeRules.Minutes(t.ToHour, t.ToMinute)!.Value))), TimesOverlap);
        }

        if (criterion is DeviceCriterion)
            Errors.Require(DevicesAreWhole, DeviceSet.Incomplete);
        if (criterion is AudienceCriterion && parent.IsCampaign)
            AudienceTargets.CheckAdGroups(Call, parent, Errors);
        _rooms.Check(kind, criterion, Errors);
    }

    /// <summary>Targets without a bid are aimed at without changing it.</summary>
    private static BidMultiplier? DefaultBid(string kind)
        => kind is "LocationIntent" or "ProductScope" or "Store" or "Webpage" || CriterionKinds.IsListing(kind) ? null : new BidMultiplier { Multiplier = 0 };
}
