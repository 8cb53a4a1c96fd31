using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

/// <summary>Rows of ad extensions that nothing is wrong with.</summary>
internal static class ExtensionRows
{
    private const string Url = "https://shop.example.com/tides";

    public static Dictionary<string, string>? Of(string type) => type switch
    {
        "Sitelink Ad Extension" => Row(
            type, "Sitelink Extension Link Text", "Tides", "Sitelink Extension Description1", "All piers", "Sitelink Extension Description2", "Each day", "Final Url", Url,
            "Start Date", "3/4/2027", "Ad Schedule", "(Monday[09:00-17:30]);(Sunday[00:15-24:00])", "Custom Parameter", "{_promo}=x"),
        "Callout Ad Extension" => Row(type, "Callout Text", "Open all year"),
        "Call Ad Extension" => Row(type, "Country Code", "US", "Phone Number", "2065550142", "Call Only", "True"),
        "Action Ad Extension" => Row(type, "Action Type", "ShopNow", "Language", "English", "Final Url", Url),
        "App Ad Extension" => Row(type, "App Platform", "Android", "App Id", "tides.app", "Destination Url", "https://apps.example.com/tides", "Text", "Get it"),
        "Location Ad Extension" => Row(
            type, "Business Name", "Harbour", "Phone Number", "2065550142", "Address Line 1", "1 Quay", "City", "Portland", "State Or Province Code", "OR", "Country Code", "US",
            "Latitude", "45.5", "Longitude", "-122.7"),
        "Price Ad Extension" => Row(
            type, "Language", "English", "Price Extension Type", "Brands",
            "Header 1", "Otter", "Price Description 1", "Light", "Price 1", "10.5", "Currency Code 1", "USD", "Price Qualifier 1", "From", "Price Unit 1", "PerDay", "Final Url 1", Url,
            "Header 2", "Heron", "Price Description 2", "Fast", "Price 2", "20.5", "Currency Code 2", "USD", "Price Qualifier 2", "From", "Price Unit 2", "PerDay", "Final Url 2", Url,
            "Header 3", "Pike", "Price Description 3", "Long", "Price 3", "30.5", "Currency Code 3", "USD", "Price Qualifier 3", "From", "Price Unit 3", "PerDay", "Final Url 3", Url),
        "Review Ad Extension" => Row(type, "Text", "Good pier", "Source", "Tide Weekly", "Url", "https://reviews.example.org/pier", "Is Exact", "True"),
        "Structured Snippet Ad Extension" => Row(type, "Structured Snippet Header", "Brands", "Structured Snippet Values", "Otter;Heron;Pike"),
        "Promotion Ad Extension" => Row(type, "Promotion Target", "Bags", "Percent Off", "15", "Language", "English", "Final Url", Url, "Promotion Start", "3/4/2027"),
        "Filter Link Ad Extension" => Row(
            type, "AdExtension Header Type", "Brands", "Language", "English", "Texts", "Otter;Heron;Pike",
            "Final Url", "https://shop.example.com/o; https://shop.example.com/h; https://shop.example.com/p"),
        "Image Ad Extension" => Row(type, "Alternative Text", "A pier", "Media Ids", "12", "Final Url", Url),
        "Flyer Ad Extension" => Row(type, "Flyer Name", "Spring", "Media Ids", "12", "Final Url", Url),
        "Video Ad Extension" => Row(type, "Name", "The pier", "Video Id", "12", "Final Url", Url),
        "Disclaimer Ad Extension" => Row(type, "Disclaimer Name", "Wind", "Disclaimer Layout", "AdditionalLine", "Disclaimer Line Text", "Not for storms", "Final Url", Url),
        _ => null,
    };
}
