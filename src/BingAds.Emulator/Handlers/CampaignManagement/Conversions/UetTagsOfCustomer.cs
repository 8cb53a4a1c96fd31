using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Tags of the customer above the account of a call.</summary>
internal sealed class UetTagsOfCustomer(CallContext call, ItemErrors errors) : EntityRules<UetTag>(call, call.Account.Customer, errors)
{
    private const int MaxName = 100;
    private const int NameMissing = 5305;
    private const int NameInvalid = 5306;
    private const int DescriptionInvalid = 5307;

    public override long Account => EntityOwners.Service;

    public override void PrepareNew(UetTag item)
    {
        CheckName(item.Name);
        Check(item);

        // No page ever calls, so no tag is ever seen at work.
        item.TrackingStatus = UetTagTrackingStatus.Unverified;
    }

    public override void BeforeUpdate(UetTag before, UetTag given)
    {
        if (given.Name is not null)
            CheckName(given.Name);
        given.TrackingStatus = null;
    }

    public override void CheckUpdate(EntityChange<UetTag> change) => Check(change.After);

    private void CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            Errors.Fail(NameMissing, nameof(UetTag.Name));
        else
            Errors.Require(TextRules.IsName(name, MaxName), NameInvalid, nameof(UetTag.Name));
    }

    private void Check(UetTag tag)
    {
        tag.TrackingScript = tag.TrackingNoScript = null; // Made from the id whenever a tag is told.
        Errors.Require(tag.Description is null || !TextRules.HasControl(tag.Description), DescriptionInvalid, nameof(UetTag.Description));
        Errors.Require(tag.Industry is null or { Known: not UetTagIndustry.KnownValue.Unrecognized }, GeneralCodes.ValueInvalid, nameof(UetTag.Industry));
        CustomerShareRules.Check(tag.CustomerShare, Call.Account.Customer, Errors);
    }
}
