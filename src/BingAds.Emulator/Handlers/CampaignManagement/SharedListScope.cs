using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Where the shared lists of a call live: in its account, or in the customer above it.</summary>
internal sealed class SharedListScope
{
    private const int ListNotPassed = 4316;
    private const int ListIdInvalid = 4317;
    private const int TypeNotPassed = 4313;
    private const int TypeInvalid = 4303;

    private readonly CallContext _call;

    public SharedListScope(CallContext call, EntityScope? scope)
    {
        _call = call;
        IsCustomer = scope == EntityScope.Customer;
        Parent = IsCustomer ? call.Account.Customer : call.Account.Id;
        Account = IsCustomer ? 0 : call.Account.Id;
    }

    public bool IsCustomer { get; }

    /// <summary>Id of the account or customer.</summary>
    public long Parent { get; }

    /// <summary>The account in the store; 0 for lists that belong to none.</summary>
    public long Account { get; }

    /// <summary>A list of the account or of its customer, whatever the call's scope: ids are told apart anyway.</summary>
    public static EntityRow? Find(CallContext call, long? id)
        => CampaignFamilies.SharedLists.Find(call, id) is { } row && (row.Account == call.Account.Id || (row.Account == 0 && row.Customer == call.Account.Customer)) ? row : null;

    /// <exception cref="ApiFaultException">The list is not named, unknown, or of another type.</exception>
    public EntityRow Require(SharedEntity? list)
    {
        if (list is null)
            throw ApiFaultException.Operation(ListNotPassed);
        var row = Find(_call, list.Id);
        return row is not null && row.Parent == Parent && (row.Kind == list.TypeName || list.TypeName is "SharedList" or "SharedEntity")
            ? row
            : throw ApiFaultException.Operation(ListIdInvalid);
    }

    /// <summary>The type of list that a call names as text.</summary>
    /// <exception cref="ApiFaultException">It is none.</exception>
    public static string RequireType(string? type)
    {
        if (string.IsNullOrEmpty(type))
            throw ApiFaultException.Operation(TypeNotPassed);
        return SharedListRules.ItemTypeOf(type) is null ? throw ApiFaultException.Operation(TypeInvalid) : type;
    }

    public SharedEntity Show(EntityRow row)
    {
        var list = CampaignFamilies.SharedLists.Read(row);
        list.AssociationCount = _call.Session.Links.From(FamilyNames.SharedList, FamilyNames.Campaign, row.Id).Count
            + _call.Session.Links.From(FamilyNames.SharedList, FamilyNames.Account, row.Id).Count;
        if (list is SharedList shared)
            shared.ItemCount = _call.Session.Entities.Count(FamilyNames.SharedListItem, row.Id);
        return list;
    }
}
