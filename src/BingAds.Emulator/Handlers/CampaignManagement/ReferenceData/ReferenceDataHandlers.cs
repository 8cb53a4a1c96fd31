using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Files;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.ReferenceData;

/// <summary>What the service knows of the world: shops, the countries of shopping campaigns, files of places and profiles.</summary>
internal static class ReferenceDataHandlers
{
    private const int InvalidProfileType = 5718;

    // Where shopping campaigns can sell.
    private static readonly string[] s_countries = ["AU", "CA", "DE", "FR", "GB", "IN", "US"];

    public static void Register(HandlerTable table)
    {
        table.Add<GetBMCStoresByCustomerIdRequest, GetBMCStoresByCustomerIdResponse>(GetStores);
        table.Add<GetBSCCountriesRequest, GetBSCCountriesResponse>(static (_, _) => new() { CountryCodes = [.. s_countries] });
        table.Add<GetProfileDataFileUrlRequest, GetProfileDataFileUrlResponse>(GetProfileFile);
        table.Add<GetGeoLocationsFileUrlRequest, GetGeoLocationsFileUrlResponse>(GetLocationFile);
    }

    private static GetBMCStoresByCustomerIdResponse GetStores(CallContext call, GetBMCStoresByCustomerIdRequest request)
    {
        var more = request.ReturnAdditionalFields;
        var customer = call.Account.Customer;
        return new()
        {
            BMCStores =
            [
                new()
                {
                    Id = Stores.Of(customer),
                    Name = "Store",
                    HasCatalog = true,
                    IsActive = true,
                    IsProductAdsEnabled = true,
                    StoreUrl = more?.Has(BMCStoreAdditionalField.StoreUrl) == true ? "https://shop.example.com" : null,
                },
            ],
        };
    }

    private static GetProfileDataFileUrlResponse GetProfileFile(CallContext call, GetProfileDataFileUrlRequest request)
    {
        if (request.ProfileType?.Known is null or ProfileType.KnownValue.Unrecognized)
            throw ApiFaultException.Operation(InvalidProfileType);
        return new()
        {
            FileUrl = new Uri(call.BaseAddress!, ReferenceFiles.OfProfiles(request.ProfileType.Value.ToString(), Locale(request.LanguageLocale ?? "en"))).ToString(),
            FileUrlExpiryTimeUtc = call.Now.AddMinutes(15),
            LastModifiedTimeUtc = FirstOfMonth(call),
        };
    }

    private static GetGeoLocationsFileUrlResponse GetLocationFile(CallContext call, GetGeoLocationsFileUrlRequest request)
    {
        if (request.Version is not ("1.0" or "2.0"))
            throw ApiFaultException.Operation(GeneralCodes.Invalid, "The version is 1.0 or 2.0.");
        if (request.CompressionType is { } compression && compression != CompressionType.GZip)
            throw ApiFaultException.Operation(GeneralCodes.Invalid, "The file is packed with GZip, or not at all.");
        return new()
        {
            FileUrl = new Uri(call.BaseAddress!, ReferenceFiles.OfPlaces(request.Version, Locale(request.LanguageLocale), request.CompressionType is not null)).ToString(),
            FileUrlExpiryTimeUtc = call.Now.AddMinutes(15),
            LastModifiedTimeUtc = FirstOfMonth(call),
        };
    }

    /// <summary>A language such as <c>en</c> or <c>zh-Hant</c>.</summary>
    private static string Locale(string? text)
        => text is { Length: >= 2 and <= 10 } && text.All(static c => char.IsAsciiLetter(c) || c == '-') ? text : throw ApiFaultException.Operation(GeneralCodes.Invalid, "The language is unknown.");

    private static DateTime FirstOfMonth(CallContext call) => new(call.Now.Year, call.Now.Month, 1, 0, 0, 0, DateTimeKind.Utc);
}
