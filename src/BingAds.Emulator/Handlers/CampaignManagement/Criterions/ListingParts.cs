using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>What product partitions and hotel groups have in common, by other names.</summary>
internal static class ListingParts
{
    public static (bool IsUnit, string? Operand, string? Attribute, long? Parent)? Of(Criterion? criterion) => criterion switch
    {
        ProductPartition p => (p.PartitionType == ProductPartitionType.Unit, p.Condition?.Operand, p.Condition?.Attribute, p.ParentCriterionId),
        HotelGroup h => (h.ListingType == HotelListingType.Unit, h.Listing?.Operand, h.Listing?.Attribute, h.ParentCriterionId),
        _ => null,
    };

    /// <summary>Whether it says if it is divided further.</summary>
    public static bool HasType(Criterion? criterion) => criterion switch
    {
        ProductPartition p => p.PartitionType?.Known is ProductPartitionType.KnownValue.Unit or ProductPartitionType.KnownValue.Subdivision,
        HotelGroup h => h.ListingType?.Known is HotelListingType.KnownValue.Unit or HotelListingType.KnownValue.Subdivision,
        _ => false,
    };

    public static void SetParent(Criterion? criterion, long? parent)
    {
        switch (criterion)
        {
            case ProductPartition p:
                p.ParentCriterionId = parent;
                break;
            case HotelGroup h:
                h.ParentCriterionId = parent;
                break;
        }
    }
}
