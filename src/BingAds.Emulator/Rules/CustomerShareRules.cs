using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>With whom a customer shares a tag or an audience.</summary>
internal static class CustomerShareRules
{
    /// <summary>Checks a share that is given, and fills in whose it is.</summary>
    public static void Check(CustomerShare? share, long owner, ItemErrors errors)
    {
        if (share is null)
            return;
        share.OwnerCustomerId = owner;
        var shares = share.CustomerAccountShares ?? [];
        errors.Require(shares.Count > 0, GeneralCodes.ValueMissing, nameof(CustomerShare));
        foreach (var one in shares)
        {
            errors.Require(one?.CustomerId is not null || one?.AccountId is not null, GeneralCodes.ValueInvalid, nameof(CustomerShare));
            if (one is not null)
                one.Associations = null; // How much it is used is counted, not told.
        }
    }
}
