using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Rules.Criterions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>The tree of product partitions or hotel groups of one ad group.</summary>
internal sealed class AdGroupListing : ListingActions<AdGroupCriterion>
{
    private const int InvalidBidType = 4108;
    private const int TypeInvalid = 4112;
    private const int PartitionTypeInvalid = 4123;
    private const int TypeImmutable = 4124;
    private const int NegativeImmutable = 4125;
    private const int PartitionImmutable = 4135;
    private const int TypeMismatch = 4142;
    private const int UrlsNotAllowed = 4622;
    private const int TrackingNotForSubdivisions = 4623;

    private readonly string _kind;
    private readonly long _adGroup;

    public AdGroupListing(CallContext call, string kind, long adGroup, ItemErrors errors)
        : base(call, errors)
    {
        _kind = kind;
        _adGroup = adGroup;
        Tree = new(IsOfHotels ? static _ => null : ProductConditions.Before, errors);
        foreach (var row in call.Session.Entities.Children(Family.Name, adGroup).Where(r => r.Kind == kind))
        {
            var item = Family.Read(row);
            var (isUnit, operand, attribute, parent) = ListingParts.Of(item.Criterion)!.Value;
            Tree.Add(new(row.Id, item) { Parent = parent, IsUnit = isUnit, Operand = operand, Attribute = attribute });
        }
    }

    protected override ListingTree<AdGroupCriterion> Tree { get; }

    private static EntityFamily<AdGroupCriterion> Family => CriterionFamilies.OfAdGroups;

    private bool IsOfHotels => _kind == "HotelGroup";

    protected override ListingNode<AdGroupCriterion>? Describe(AdGroupCriterion item, long id, int action)
    {
        Errors.Require(item is BiddableAdGroupCriterion or NegativeAdGroupCriterion, TypeInvalid);
        Errors.Require(CriterionKinds.Of(item.Criterion) == _kind, TypeMismatch);
        if (ListingParts.Of(item.Criterion) is not { } parts)
            return null;
        return new(id, item)
        {
            Parent = parts.Parent,
            IsUnit = parts.IsUnit,
            Operand = parts.Operand,
            Attribute = string.IsNullOrEmpty(parts.Attribute) ? null : parts.Attribute,
            Action = action,
            IsNew = true,
        };
    }

    protected override long? IdOf(AdGroupCriterion item) => item.Id;

    protected override bool IsOperand(string? operand) => IsOfHotels ? HotelConditions.IsOperand(operand) : ProductConditions.IsOperand(operand);

    protected override bool IsAttribute(string? operand, string attribute) => IsOfHotels ? HotelConditions.IsAttribute(attribute) : ProductConditions.IsAttribute(operand, attribute);

    protected override void PrepareNew(ListingNode<AdGroupCriterion> node)
    {
        Errors.Require(ListingParts.HasType(node.Item.Criterion), PartitionTypeInvalid);
        Errors.Require(node.IsUnit || node.Item is BiddableAdGroupCriterion, PartitionTypeInvalid);
        CheckParts(node);
    }

    protected override void Change(ListingNode<AdGroupCriterion> node, AdGroupCriterion given)
    {
        Errors.Require(given.GetType() == node.Item.GetType(), TypeImmutable);
        Errors.Require(given is not NegativeAdGroupCriterion, NegativeImmutable);
        if (given.Criterion is not null)
        {
            Errors.Require(CriterionKinds.Of(given.Criterion) == _kind, TypeMismatch);
            if (ListingParts.Of(given.Criterion) is { } parts && ListingParts.HasType(given.Criterion))
                Errors.Require(IsSame(node, parts), PartitionImmutable);
        }

        if (!Errors.Ok)
            return;
        var criterion = node.Item.Criterion;
        EntityMerge.Apply(node.Item, given);
        node.Item.Criterion = criterion;
        CheckParts(node);
    }

    protected override long NextId() => Family.NextId(Call.Session);

    protected override void Store(ListingNode<AdGroupCriterion> node)
    {
        node.Item.Id = node.Id;
        node.Item.AdGroupId = _adGroup;
        node.Item.Status = AdGroupCriterionStatus.Active;
        ListingParts.SetParent(node.Item.Criterion, node.Parent);
        if (node.IsNew)
            Family.Insert(Call.Session, node.Item, _adGroup, Call.Account.Id, Call.Account.Customer);
        else if (Call.Session.Entities.Find(Family.Name, node.Id) is { } row)
            Family.Save(Call.Session, row, node.Item);
    }

    protected override void Remove(long id) => Call.Session.Entities.Delete(Family.Name, id);

    private static bool IsSame(ListingNode<AdGroupCriterion> node, (bool IsUnit, string? Operand, string? Attribute, long? Parent) parts)
        => parts.IsUnit == node.IsUnit
            && (parts.Operand is null || (parts.Operand == node.Operand && TextRules.FoldCase(parts.Attribute) == TextRules.FoldCase(node.Attribute)))
            && (parts.Parent is null or 0 || parts.Parent == node.Parent);

    private void CheckParts(ListingNode<AdGroupCriterion> node)
    {
        if (node.Item is not BiddableAdGroupCriterion biddable)
            return;
        Errors.Require(biddable.FinalUrls is not { Count: > 0 } && biddable.FinalMobileUrls is not { Count: > 0 }, UrlsNotAllowed);
        if (node.IsUnit)
        {
            CriterionBidRules.Check(biddable.CriterionBid, _kind, CriterionCodes.OfAdGroups, Errors);
            UrlRules.CheckTracking(Errors, biddable.TrackingUrlTemplate, biddable.FinalUrlSuffix, biddable.UrlCustomParameters);
            biddable.UrlCustomParameters = UrlRules.Normalize(biddable.UrlCustomParameters);
            return;
        }

        // Only leaves have bids; one that comes with a part that is divided further means nothing.
        Errors.Require(biddable.CriterionBid is null or FixedBid or RateBid, InvalidBidType);
        biddable.CriterionBid = null;
        Errors.Require(string.IsNullOrEmpty(biddable.TrackingUrlTemplate) && biddable.UrlCustomParameters?.Parameters is not { Count: > 0 }, TrackingNotForSubdivisions);
    }
}
