using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules.AdExtensions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;

/// <summary>Ad extensions of one account. Their updates replace them, and each counts their version up.</summary>
internal sealed class AdExtensionsOfAccount(CallContext call, ItemErrors errors) : EntityRules<AdExtension>(call, call.Account.Id, errors)
{
    private const int InvalidStatus = 3800;
    private const int InvalidType = 3801;
    private const int VersionCannotBeSet = 3826;
    private const int GeoCodeStatusGiven = 3846;
    private const int TypeMismatch = 3874;

    /// <summary>Whether an update takes away what it does not give.</summary>
    public bool ReplacesWhole { get; init; } = true;

    public override void PrepareNew(AdExtension item)
    {
        if (item.GetType() == typeof(AdExtension))
        {
            Errors.Fail(InvalidType);
            return;
        }

        CheckReadOnly(item);
        item.Version = 1;
        Complete(item);
    }

    public override void BeforeUpdate(AdExtension before, AdExtension given)
    {
        Errors.Require(given.GetType() == before.GetType(), TypeMismatch);
        CheckReadOnly(given);
    }

    public override void Merge(AdExtension target, AdExtension given)
    {
        if (ReplacesWhole)
            AdExtensionMerge.Replace(target, given);
        else
            AdExtensionMerge.Change(target, given);
    }

    public override void CheckUpdate(EntityChange<AdExtension> change)
    {
        change.After.Version = (change.Before.Version ?? 0) + 1;
        Complete(change.After);
    }

    private void CheckReadOnly(AdExtension item)
    {
        Errors.Require(item.Version is null, VersionCannotBeSet);
        Errors.Require(item.Status is null, InvalidStatus);
        if (item is LocationAdExtension location)
            Errors.Require(location.GeoCodeStatus is null, GeoCodeStatusGiven);
    }

    /// <summary>What is the same for new and changed ones: the parts that the service sets, then the checks.</summary>
    private void Complete(AdExtension item)
    {
        item.Status = AdExtensionStatus.Active;
        item.ForwardCompatibilityMap = null;
        item.Scheduling = ScheduleRules.Normalize(item.Scheduling);
        switch (item)
        {
            case LocationAdExtension location:
                // Nobody looks addresses up here: one with a point is done, another stays on the list.
                location.GeoCodeStatus = location.GeoPoint is null ? BusinessGeoCodeStatus.Pending : BusinessGeoCodeStatus.Complete;
                break;
            case LogoAdExtension logo:
                logo.BusinessLogoUrl = null;
                break;
            case VideoAdExtension video:
                video.ThumbnailUrl = null;
                break;
            case FlyerAdExtension flyer:
                flyer.ImageMediaUrls = null;
                break;
        }

        AdExtensionRules.Check(item, Errors);
    }
}
