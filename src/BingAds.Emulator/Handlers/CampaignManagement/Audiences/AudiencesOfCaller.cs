using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>Audiences of an account and of the customer above it.</summary>
internal sealed class AudiencesOfCaller(CallContext call, ItemErrors errors) : ScopedRules<Audience>(call, errors)
{
    private const int MaxName = 128;
    private const int MaxDescription = 1024;
    private const int InvalidName = 4838;
    private const int InvalidDescription = 4841;
    private const int ParentDoesNotMatchScope = 4843;
    private const int InvalidParent = 4848;
    private const int InvalidScope = 4849;
    private const int IsAssociated = 4854;
    private const int ScopeFixed = 4855;
    private const int InMarketIsReadOnly = 4856;
    private const int CustomIsNotAdded = 4857;
    private const int InvalidType = 4859;
    private const int TypeFixed = 4861;
    private const int InMarketIsNotDeleted = 4864;
    private const int SimilarIsReadOnly = 4868;
    private const int SimilarIsNotDeleted = 4869;
    private const int ShareNeedsCustomerScope = 4873;
    private const int IsInCombinedList = 8110;

    public override void PrepareNew(Audience item)
    {
        Place(item.Scope);
        if (RefusalOf(item) is { } code)
        {
            Errors.Fail(code);
            return;
        }

        Errors.Require(TextRules.IsName(item.Name, MaxName), InvalidName, nameof(Audience.Name));
        CheckParent(item);
        AudienceRules.SetDefaults(item);
        Check(item, item);
    }

    public override void BeforeUpdate(Audience before, Audience given)
    {
        Errors.Require(before is not InMarketAudience, InMarketIsReadOnly);
        Errors.Require(before is not SimilarRemarketingList, SimilarIsReadOnly);
        Errors.Require(given.GetType() == before.GetType(), TypeFixed);
        Errors.Require(given.Scope is null || given.Scope == before.Scope, ScopeFixed, nameof(Audience.Scope));
        Errors.Require(given.Name is null || TextRules.IsName(given.Name, MaxName), InvalidName, nameof(Audience.Name));
        given.ParentId = null;
    }

    public override void CheckUpdate(EntityChange<Audience> change) => Check(change.After, change.Given);

    public override void CheckDelete(EntityRow row)
    {
        Errors.Require(row.Kind != AudienceKinds.InMarket, InMarketIsNotDeleted);
        Errors.Require(row.Kind != AudienceKinds.Similar, SimilarIsNotDeleted);
        Errors.Require(!IsCombined(row.Id), IsInCombinedList);
        Errors.Require(!AudienceUse.IsTargeted(Call.Session, row.Id), IsAssociated);
    }

    /// <summary>What can't be added by a call: it comes from elsewhere.</summary>
    private static int? RefusalOf(Audience item) => item switch
    {
        InMarketAudience => InMarketIsReadOnly,
        SimilarRemarketingList => SimilarIsReadOnly,
        CustomAudience => CustomIsNotAdded,
        _ when AudienceKinds.Of(item) is null => InvalidType,
        _ => null,
    };

    private void CheckParent(Audience item)
    {
        var isKnown = item.Scope == EntityScope.Account || item.Scope == EntityScope.Customer;
        Errors.Require(isKnown, InvalidScope, nameof(Audience.Scope));
        if (item.ParentId is not { } parent || (parent != Call.Account.Id && parent != Call.Account.Customer))
            Errors.Fail(InvalidParent, nameof(Audience.ParentId));
        else if (isKnown)
            Errors.Require(parent == Parent, ParentDoesNotMatchScope, nameof(Audience.ParentId));
    }

    private void Check(Audience audience, Audience given)
    {
        audience.AudienceNetworkSize = audience.SearchSize = null;
        audience.SupportedCampaignTypes = null;
        Errors.Require(
            audience.Description is null || (audience.Description.Length <= MaxDescription && !TextRules.HasControl(audience.Description)), InvalidDescription, nameof(Audience.Description));
        if (audience.CustomerShare is not null)
            Errors.Require(audience.Scope == EntityScope.Customer, ShareNeedsCustomerScope, nameof(Audience.CustomerShare));
        CustomerShareRules.Check(audience.CustomerShare, Call.Account.Customer, Errors);
        AudienceRules.Check(Call, audience, given, Errors);
    }

    private bool IsCombined(long id) => EntityOwners.Visible(Call, FamilyNames.Audience)
        .Where(static r => r.Kind == AudienceKinds.CombinedList)
        .Select(static r => (CombinedList)AudienceFamilies.Audiences.Read(r))
        .Any(list => list.CombinationRules!.Any(rule => rule.AudienceIds!.Contains(id)));
}
