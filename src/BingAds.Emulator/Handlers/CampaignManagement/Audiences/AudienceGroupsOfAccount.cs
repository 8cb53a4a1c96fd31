using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>Audience groups of one account.</summary>
internal sealed class AudienceGroupsOfAccount(CallContext call, ItemErrors errors) : EntityRules<AudienceGroup>(call, call.Account.Id, errors)
{
    private const int MaxName = 256;
    private const int MaxAudiences = 2000;
    private const int UnknownAudience = 4835;

    public override void PrepareNew(AudienceGroup item)
    {
        CheckName(item.Name);
        item.AssociationCount = null;
        CheckDimensions(item.Dimensions ?? []);
    }

    public override void BeforeUpdate(AudienceGroup before, AudienceGroup given)
    {
        if (given.Name is not null)
            CheckName(given.Name);
    }

    public override void CheckUpdate(EntityChange<AudienceGroup> change)
    {
        change.After.AssociationCount = null;

        // What is not given stays, even if an audience in it has gone meanwhile.
        if (change.Given.Dimensions is { } dimensions)
            CheckDimensions(dimensions);
    }

    private void CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            Errors.Fail(GeneralCodes.ValueMissing, nameof(AudienceGroup.Name));
        else if (name.Length > MaxName)
            Errors.Fail(GeneralCodes.ValueTooLong, nameof(AudienceGroup.Name));
        else
            Errors.Require(!TextRules.HasControl(name), GeneralCodes.ValueInvalid, nameof(AudienceGroup.Name));
    }

    private void CheckDimensions(List<AudienceGroupDimension> dimensions)
    {
        Errors.Require(dimensions.Count > 0, GeneralCodes.ValueMissing, nameof(AudienceGroup.Dimensions));
        var areOnce = dimensions.Select(static d => d?.TypeName).Distinct().Count() == dimensions.Count;
        Errors.Require(areOnce && dimensions.All(IsWhole), GeneralCodes.ValueInvalid, nameof(AudienceGroup.Dimensions));
        foreach (var audience in dimensions.OfType<AudienceDimension>().SelectMany(static d => d.Audiences ?? []).Take(MaxAudiences))
        {
            var row = AudienceFamilies.Audiences.FindOwn(Call, audience?.Id);
            Errors.Require(row is not null, UnknownAudience, nameof(AudienceGroup.Dimensions));
            if (row is not null)
                audience!.Type = row.Kind!;
        }
    }

    private static bool IsWhole(AudienceGroupDimension? dimension) => dimension switch
    {
        AgeDimension age => age.AgeRanges is { Count: > 0 } ages && ages.TrueForAll(static a => a.Known != AgeRange.KnownValue.Unrecognized),
        GenderDimension gender => gender.GenderTypes is { Count: > 0 } genders && genders.TrueForAll(static g => g.Known != GenderType.KnownValue.Unrecognized),
        AudienceDimension audience => audience.Audiences is { Count: > 0 and <= MaxAudiences },
        ProfileDimension profile => profile.Profiles is { Count: > 0 } profiles && profiles.TrueForAll(static p => p is { Id: > 0, Type.Known: not ProfileType.KnownValue.Unrecognized }),
        _ => false,
    };
}
