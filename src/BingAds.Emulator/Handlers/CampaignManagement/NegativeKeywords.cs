using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>The negative keywords of one campaign or ad group.</summary>
internal static class NegativeKeywords
{
    private const int MaxInEntity = 20_000;
    private const int EntityLimit = 1033;
    private const int InvalidId = 4330;
    private const int AlreadyExists = 4335;

    public static string FamilyOf(string kind) => kind == FamilyNames.Campaign ? FamilyNames.CampaignNegativeKeyword : FamilyNames.AdGroupNegativeKeyword;

    /// <summary>Adds one; null when it fails.</summary>
    public static long? Add(CallContext call, string kind, long entity, NegativeKeyword? keyword, ItemErrors errors)
    {
        var family = FamilyOf(kind);
        NegativeKeywordRules.Check(keyword, errors);
        if (!errors.Ok)
            return null;
        errors.Require(call.Session.Entities.FindByName(family, entity, NegativeKeywordRules.Key(keyword!)) is null, AlreadyExists);
        errors.Require(call.Rooms.HasRoom(family, entity, MaxInEntity), EntityLimit);
        if (!errors.Ok)
            return null;
        call.Rooms.Take(family, entity);
        keyword!.Id = NegativeKeywordRules.NextId(call.Session);
        call.Session.Entities.Insert(new EntityRow(family, keyword.Id.Value)
        {
            Parent = entity,
            Account = call.Account.Id,
            Customer = call.Account.Customer,
            Name = NegativeKeywordRules.Key(keyword),
            Body = EntityBody.Write(keyword),
        });
        return keyword.Id;
    }

    /// <summary>The one with that id, which must be of that entity.</summary>
    public static EntityRow? Find(CallContext call, string kind, long entity, long? id, ItemErrors errors)
    {
        var row = id is { } known ? call.Session.Entities.Find(FamilyOf(kind), known) : null;
        if (row?.Parent == entity)
            return row;
        errors.Fail(InvalidId);
        return null;
    }

    public static void Delete(CallContext call, string kind, long entity, long? id, ItemErrors errors)
    {
        if (Find(call, kind, entity, id, errors) is { } row)
            Delete(call, row);
    }

    public static void DeleteAll(CallContext call, string kind, long entity)
    {
        foreach (var row in call.Session.Entities.Children(FamilyOf(kind), entity))
        {
            Delete(call, row);
        }
    }

    private static void Delete(CallContext call, EntityRow row)
    {
        call.Session.Entities.Delete(row.Family, row.Id);
        call.Rooms.Forget(row.Family, row.Parent);
    }
}
