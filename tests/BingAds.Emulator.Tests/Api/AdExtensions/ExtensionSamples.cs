namespace BingAds.Emulator.Tests.Api.AdExtensions;

/// <summary>Ad extensions that nothing is wrong with, by type.</summary>
internal static class ExtensionSamples
{
    public static string Of(string type) => type switch
    {
        "Sitelink" => """{"Type": "SitelinkAdExtension", "DisplayText": "Size table", "Description1": "All brands", "Description2": "With pictures", "FinalUrls": ["https://shop.example.com/sizes"]}""",
        "Callout" => """{"Type": "CalloutAdExtension", "Text": "Free returns"}""",
        "Call" => """{"Type": "CallAdExtension", "CountryCode": "US", "PhoneNumber": "(503) 555-0142"}""",
        "Action" => """{"Type": "ActionAdExtension", "ActionType": "ShopNow", "Language": "English", "FinalUrls": ["https://shop.example.com"]}""",
        "App" => """{"Type": "AppAdExtension", "AppPlatform": "iOS", "AppStoreId": "id123", "DisplayText": "Get our app", "DestinationUrl": "https://apps.example.com/tents"}""",
        "Location" => """{"Type": "LocationAdExtension", "CompanyName": "Tents", "Address": {"StreetAddress": "1 Quay", "CityName": "Portland", "ProvinceCode": "OR", "CountryCode": "US", "PostalCode": "97201"}}""",
        "Price" => """
            {"Type": "PriceAdExtension", "Language": "English", "PriceExtensionType": "Brands", "TableRows": [
              {"CurrencyCode": "USD", "Header": "Otter", "Description": "From spring", "Price": 10, "PriceQualifier": "From", "PriceUnit": "PerDay", "FinalUrls": ["https://shop.example.com/o"]},
              {"CurrencyCode": "USD", "Header": "Heron", "Description": "All year", "Price": 20, "PriceQualifier": "None", "PriceUnit": "None", "FinalUrls": ["https://shop.example.com/h"]},
              {"CurrencyCode": "USD", "Header": "Pike", "Description": "In winter", "Price": 30, "PriceQualifier": "UpTo", "PriceUnit": "PerWeek", "FinalUrls": ["https://shop.example.com/p"]}]}
            """,
        "Review" => """{"Type": "ReviewAdExtension", "Text": "Stands in any wind", "Source": "Camp Weekly", "Url": "https://reviews.example.org/tents", "IsExact": true}""",
        "StructuredSnippet" => """{"Type": "StructuredSnippetAdExtension", "Header": "Brands", "Values": ["Otter", "Heron", "Pike"]}""",
        "Promotion" => """{"Type": "PromotionAdExtension", "PromotionItem": "Tents", "PercentOff": 10, "Language": "English", "FinalUrls": ["https://shop.example.com/sale"]}""",
        "FilterLink" => """
            {"Type": "FilterLinkAdExtension", "AdExtensionHeaderType": "Brands", "Language": "English", "Texts": ["Otter", "Heron", "Pike"],
             "FinalUrls": ["https://shop.example.com/o", "https://shop.example.com/h", "https://shop.example.com/p"]}
            """,
        "Image" => """{"Type": "ImageAdExtension", "AlternativeText": "A tent", "ImageMediaIds": ["4"], "FinalUrls": ["https://shop.example.com/tents"]}""",
        "Flyer" => """{"Type": "FlyerAdExtension", "FlyerName": "Spring", "ImageMediaIds": ["4"], "FinalUrls": ["https://shop.example.com/flyer"]}""",
        "Video" => """{"Type": "VideoAdExtension", "Name": "How to pitch", "VideoId": "4", "DisplayText": "See it stand", "FinalUrls": ["https://shop.example.com/film"]}""",
        "Disclaimer" => """{"Type": "DisclaimerAdExtension", "Name": "Wind", "DisclaimerLayout": "AdditionalLine", "LineText": "Not for storms", "FinalUrls": ["https://shop.example.com/terms"]}""",
        "Logo" => """{"Type": "LogoAdExtension", "BusinessLogo": "4", "BusinessName": "Tents", "DomainName": "shop.example.com"}""",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static readonly string[] Types =
    [
        "Sitelink", "Callout", "Call", "Action", "App", "Location", "Price", "Review", "StructuredSnippet", "Promotion", "FilterLink", "Image", "Flyer", "Video", "Disclaimer", "Logo",
    ];
}
