using BingAds.Emulator.Api;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;

/// <summary>What extensions can be put on: an account, a campaign, an ad group. Each has codes of its own.</summary>
/// <param name="Kind">Family of the entity.</param>
/// <param name="Empty">No associations given.</param>
/// <param name="TooMany">More than a call may carry.</param>
/// <param name="Null">One of them is null.</param>
/// <param name="Duplicate">One of them is given twice.</param>
/// <param name="Missing">There is no such association to delete.</param>
/// <param name="UnknownEntity">The entity is not one of the account's.</param>
/// <param name="TypeNotAllowed">That type cannot be put there.</param>
internal sealed record AdExtensionLevel(string Kind, int Empty, int TooMany, int Null, int Duplicate, int Missing, int UnknownEntity, int TypeNotAllowed)
{
    private const int InvalidAssociationType = 3883;
    private const int InvalidExtensionType = 3801;

    public static AdExtensionLevel Campaign { get; } = new(FamilyNames.Campaign, 3810, 3811, 3820, 3825, 3813, 1100, InvalidExtensionType);

    public static AdExtensionLevel AdGroup { get; } = new(FamilyNames.AdGroup, 3884, 3885, 3886, 3887, 3886, 1201, 3888);

    public static AdExtensionLevel Account { get; } = new(FamilyNames.Account, 3899, 3900, 3905, 3902, 3901, 3906, 3903);

    public static AdExtensionLevel Of(AssociationType? type) => type?.Known switch
    {
        AssociationType.KnownValue.Campaign => Campaign,
        AssociationType.KnownValue.AdGroup => AdGroup,
        AssociationType.KnownValue.Account => Account,
        _ => throw ApiFaultException.Operation(InvalidAssociationType),
    };

    /// <summary>Whether extensions of that type can be put there.</summary>
    public bool Allows(string? extensionType) => extensionType switch
    {
        "CallAdExtension" or "DisclaimerAdExtension" => Kind == FamilyNames.Campaign,
        "LocationAdExtension" => Kind != FamilyNames.AdGroup,
        _ => true,
    };

    /// <summary>How many extensions of that type one entity may have.</summary>
    public static int MaxPerEntity(string? extensionType) => extensionType switch
    {
        "CallAdExtension" or "LogoAdExtension" => 1,
        "ImageAdExtension" => 25,
        _ => 20,
    };

    /// <summary>Whether the entity is one of the call's account.</summary>
    public bool Owns(CallContext call, long entity)
        => Kind == FamilyNames.Account ? entity == call.Account.Id : call.Session.Entities.Find(Kind, entity)?.Account == call.Account.Id;
}
