using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules.Criterions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>The tree of listings of one asset group: each leaf is in or out, none has a bid.</summary>
internal sealed class AssetGroupListing : ListingActions<AssetGroupListingGroup>
{
    private const int TypeInvalid = 4123;
    private const int Immutable = 4135;

    private readonly long _assetGroup;

    public AssetGroupListing(CallContext call, long assetGroup, ItemErrors errors)
        : base(call, errors)
    {
        _assetGroup = assetGroup;
        Tree = new(ProductConditions.Before, errors);
        foreach (var row in call.Session.Entities.Children(Family.Name, assetGroup))
        {
            var item = Family.Read(row);
            Tree.Add(new(row.Id, item) { Parent = item.ParentListingGroupId, IsUnit = IsLeaf(item), Operand = item.Dimension?.Operand, Attribute = item.Dimension?.Attribute });
        }
    }

    protected override ListingTree<AssetGroupListingGroup> Tree { get; }

    private static EntityFamily<AssetGroupListingGroup> Family => ListingFamilies.OfAssetGroups;

    protected override ListingNode<AssetGroupListingGroup> Describe(AssetGroupListingGroup item, long id, int action) => new(id, item)
    {
        Parent = item.ParentListingGroupId,
        IsUnit = IsLeaf(item),
        Operand = item.Dimension?.Operand,
        Attribute = string.IsNullOrEmpty(item.Dimension?.Attribute) ? null : item.Dimension.Attribute,
        Action = action,
        IsNew = true,
    };

    protected override long? IdOf(AssetGroupListingGroup item) => item.Id;

    protected override bool IsOperand(string? operand) => ProductConditions.IsOperand(operand);

    protected override bool IsAttribute(string? operand, string attribute) => ProductConditions.IsAttribute(operand, attribute);

    protected override void PrepareNew(ListingNode<AssetGroupListingGroup> node)
    {
        Errors.Require(node.Item.AssetGroupListingType?.Known is AssetGroupListingType.KnownValue.Unit or AssetGroupListingType.KnownValue.Subdivision, TypeInvalid);
        node.Item.IsExcluded ??= false;
        Errors.Require(node.IsUnit || node.Item.IsExcluded == false, TypeInvalid);
        node.Item.ListingGroupPath = null;
    }

    /// <summary>Nothing of a listing can change: to put a leaf in or out, it is deleted and made anew.</summary>
    protected override void Change(ListingNode<AssetGroupListingGroup> node, AssetGroupListingGroup given)
    {
        Errors.Require(given.AssetGroupListingType is null || IsLeaf(given) == node.IsUnit, Immutable);
        Errors.Require(given.IsExcluded is null || given.IsExcluded == node.Item.IsExcluded, Immutable);
        Errors.Require(given.Dimension?.Operand is null || (given.Dimension.Operand == node.Operand && given.Dimension.Attribute == node.Attribute), Immutable);
    }

    protected override long NextId() => Family.NextId(Call.Session);

    protected override void Store(ListingNode<AssetGroupListingGroup> node)
    {
        if (!node.IsNew)
            return;
        node.Item.Id = node.Id;
        node.Item.AssetGroupId = _assetGroup;
        node.Item.ParentListingGroupId = node.Parent;
        Family.Insert(Call.Session, node.Item, _assetGroup, Call.Account.Id, Call.Account.Customer);
    }

    protected override void Remove(long id) => Call.Session.Entities.Delete(Family.Name, id);

    private static bool IsLeaf(AssetGroupListingGroup item) => item.AssetGroupListingType == AssetGroupListingType.Unit;
}
