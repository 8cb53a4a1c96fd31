using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>Places of business.</summary>
internal static class LocationExtensionRules
{
    private const int MaxLine = 80;
    private const int MaxProvince = 50;
    private const int MaxLatitude = 85_000_000;
    private const int MaxLongitude = 180_000_000;
    private const int AddressMissing = 3828;
    private const int StreetMissing = 3829;
    private const int StreetTooLong = 3830;
    private const int StreetInvalid = 3831;
    private const int Street2TooLong = 3832;
    private const int Street2Invalid = 3833;
    private const int CityMissing = 3834;
    private const int CityTooLong = 3835;
    private const int CityInvalid = 3836;
    private const int ProvinceNameTooLong = 3837;
    private const int ProvinceNameInvalid = 3838;
    private const int PostalCodeTooLong = 3840;
    private const int PostalCodeInvalid = 3841;
    private const int CompanyMissing = 3847;
    private const int CompanyTooLong = 3848;
    private const int CompanyInvalid = 3849;
    private const int ProvinceCodeTooLong = 3858;
    private const int ProvinceCodeInvalid = 3859;
    private const int ProvinceMissing = 3860;
    private const int GeoPointInvalid = 3878;

    public static void Check(LocationAdExtension location, ItemErrors errors)
    {
        ExtensionTexts.Require(errors, location.CompanyName, MaxLine, CompanyMissing, CompanyTooLong, CompanyInvalid);
        CallRules.CheckPhone(location.PhoneNumber, errors);
        if (location.GeoPoint is { } point)
        {
            errors.Require(
                point.LatitudeInMicroDegrees is >= -MaxLatitude and <= MaxLatitude && point.LongitudeInMicroDegrees is >= -MaxLongitude and <= MaxLongitude, GeoPointInvalid);
        }

        if (location.Address is not { } address)
        {
            errors.Fail(AddressMissing);
            return;
        }

        ExtensionTexts.Require(errors, address.StreetAddress, MaxLine, StreetMissing, StreetTooLong, StreetInvalid);
        ExtensionTexts.Allow(errors, address.StreetAddress2, MaxLine, Street2TooLong, Street2Invalid);
        ExtensionTexts.Require(errors, address.CityName, MaxLine, CityMissing, CityTooLong, CityInvalid);
        errors.Require(!string.IsNullOrWhiteSpace(address.ProvinceCode) || !string.IsNullOrWhiteSpace(address.ProvinceName), ProvinceMissing);
        ExtensionTexts.Allow(errors, address.ProvinceName, MaxProvince, ProvinceNameTooLong, ProvinceNameInvalid);
        ExtensionTexts.Allow(errors, address.ProvinceCode, MaxProvince, ProvinceCodeTooLong, ProvinceCodeInvalid);
        ExtensionTexts.Allow(errors, address.PostalCode, MaxLine, PostalCodeTooLong, PostalCodeInvalid);
        CallRules.CheckCountry(address.CountryCode, errors);
    }
}
