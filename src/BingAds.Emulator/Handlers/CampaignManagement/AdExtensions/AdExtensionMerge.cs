using BingAds.Emulator.Families;
using BingAds.Emulator.Rules.AdExtensions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;

/// <summary>
/// Updates of ad extensions: what is given replaces the whole extension, but for its schedule. The newer types are changed like other entities, member by member,
/// and a few members of the older ones stay when they are left out.
/// </summary>
internal static class AdExtensionMerge
{
    public static void Replace(AdExtension target, AdExtension given)
    {
        if (given is not (PromotionAdExtension or FilterLinkAdExtension or FlyerAdExtension or DisclaimerAdExtension))
            Clear(target, given);
        Change(target, given);
    }

    /// <summary>Leaves all that is not given as it is.</summary>
    public static void Change(AdExtension target, AdExtension given)
    {
        if (given is PriceAdExtension { TableRows: { } rows } price)
            price.TableRows = PriceRules.MergeRows(((PriceAdExtension)target).TableRows, rows);
        if (given is PromotionAdExtension promotion)
            LeaveOther((PromotionAdExtension)target, promotion);
        EntityMerge.Apply(target, given);
    }

    /// <summary>Takes away what the update would have to give again.</summary>
    private static void Clear(AdExtension target, AdExtension given)
    {
        var members = target.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (given.GetMember(i) is null && !Stays(target, members[i].Name))
                target.SetMember(i, null);
        }
    }

    private static bool Stays(AdExtension extension, string member) => member switch
    {
        "Id" or "Type" or "Status" or "Version" or "Scheduling" => true,
        "DisplayText" or "DestinationUrl" or "DevicePreference" => extension is AppAdExtension,
        "Images" or "Layouts" => extension is ImageAdExtension,
        "FinalUrlSuffix" => extension is PriceAdExtension,
        _ => false,
    };

    /// <summary>One kind of discount takes the place of the other.</summary>
    private static void LeaveOther(PromotionAdExtension target, PromotionAdExtension given)
    {
        if (given.PercentOff is not null && given.MoneyAmountOff is null)
        {
            target.MoneyAmountOff = null;
            if (target.OrdersOverAmount is null && given.OrdersOverAmount is null)
                target.CurrencyCode = null;
        }
        else if (given.MoneyAmountOff is not null && given.PercentOff is null)
        {
            target.PercentOff = null;
        }
    }
}
