using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Shared lists of one account, or of the customer above it.</summary>
internal sealed class SharedListsOfScope(CallContext call, SharedListScope scope, ItemErrors errors) : EntityRules<SharedEntity>(call, scope.Parent, errors)
{
    private const int MaxKeywordLists = 20;
    private const int TypeInvalid = 4303;
    private const int LimitExceeded = 4302;
    private const int KeywordListInUse = 4331;
    private const int InUse = 4358;

    public override long Account => scope.Account;

    public override void PrepareNew(SharedEntity item)
    {
        item.AssociationCount = null;
        if (SharedListRules.ItemTypeOf(item.TypeName) is null)
            Errors.Fail(TypeInvalid);
        else if (SharedListRules.CheckName(item.Name) is { } code)
            Errors.Fail(code);
        else if (item is NegativeKeywordList)
            Errors.Require(Call.Session.Entities.Children(FamilyNames.SharedList, Parent).Count(static r => r.Kind == "NegativeKeywordList") < MaxKeywordLists, LimitExceeded);
    }

    public override void BeforeUpdate(SharedEntity before, SharedEntity given) => Errors.Require(given.GetType() == before.GetType(), TypeInvalid);

    public override void CheckUpdate(EntityChange<SharedEntity> change)
    {
        change.After.AssociationCount = null;
        if (change.After is SharedList shared)
            shared.ItemCount = null;
        if (SharedListRules.CheckName(change.Given.Name is "" ? null : change.After.Name) is { } code)
            Errors.Fail(code);
    }

    public override void CheckDelete(EntityRow row)
    {
        // Only campaigns hold a list fast; from an account it is taken along.
        var isUsed = Call.Session.Links.From(FamilyNames.SharedList, FamilyNames.Campaign, row.Id).Count > 0;
        Errors.Require(!isUsed, row.Kind == "NegativeKeywordList" ? KeywordListInUse : InUse);
    }
}
