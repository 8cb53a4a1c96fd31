using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>The SDK has a class of rows for each type of ad extension, alike in all but the type. Logos have none.</summary>
internal static class AdExtensionRows
{
    private const string Suffix = " Ad Extension";

    private static readonly string[] s_names =
    [
        "Sitelink", "Callout", "Call", "Action", "App", "Location", "Price", "Review",
        "Structured Snippet", "Promotion", "Filter Link", "Image", "Flyer", "Video", "Disclaimer",
    ];

    public static IReadOnlyList<string> Types { get; } = [.. s_names.Select(static n => n + Suffix)];

    /// <summary>The record type of an extension by the name of its class; null when it has none.</summary>
    public static string? TypeOf(string? className)
        => Array.Find(s_names, n => n.Replace(" ", "", StringComparison.Ordinal) + "AdExtension" == className) is { } name ? name + Suffix : null;

    /// <summary>An empty record.</summary>
    public static SingleRecordBulkEntity Create(string type) => type switch
    {
        "Sitelink Ad Extension" => new BulkSitelinkAdExtension(),
        "Callout Ad Extension" => new BulkCalloutAdExtension(),
        "Call Ad Extension" => new BulkCallAdExtension(),
        "Action Ad Extension" => new BulkActionAdExtension(),
        "App Ad Extension" => new BulkAppAdExtension(),
        "Location Ad Extension" => new BulkLocationAdExtension(),
        "Price Ad Extension" => new BulkPriceAdExtension(),
        "Review Ad Extension" => new BulkReviewAdExtension(),
        "Structured Snippet Ad Extension" => new BulkStructuredSnippetAdExtension(),
        "Promotion Ad Extension" => new BulkPromotionAdExtension(),
        "Filter Link Ad Extension" => new BulkFilterLinkAdExtension(),
        "Image Ad Extension" => new BulkImageAdExtension(),
        "Flyer Ad Extension" => new BulkFlyerAdExtension(),
        "Video Ad Extension" => new BulkVideoAdExtension(),
        "Disclaimer Ad Extension" => new BulkDisclaimerAdExtension(),
        _ => throw new ArgumentException($"'{type}' is no ad extension.", nameof(type)),
    };

    public static SingleRecordBulkEntity Create(AdExtension extension, long account) => extension switch
    {
        SitelinkAdExtension item => new BulkSitelinkAdExtension { SitelinkAdExtension = item, AccountId = account },
        CalloutAdExtension item => new BulkCalloutAdExtension { CalloutAdExtension = item, AccountId = account },
        CallAdExtension item => new BulkCallAdExtension { CallAdExtension = item, AccountId = account },
        ActionAdExtension item => new BulkActionAdExtension { ActionAdExtension = item, AccountId = account },
        AppAdExtension item => new BulkAppAdExtension { AppAdExtension = item, AccountId = account },
        LocationAdExtension item => new BulkLocationAdExtension { LocationAdExtension = item, AccountId = account },
        PriceAdExtension item => new BulkPriceAdExtension { PriceAdExtension = item, AccountId = account },
        ReviewAdExtension item => new BulkReviewAdExtension { ReviewAdExtension = item, AccountId = account },
        StructuredSnippetAdExtension item => new BulkStructuredSnippetAdExtension { StructuredSnippetAdExtension = item, AccountId = account },
        PromotionAdExtension item => new BulkPromotionAdExtension { PromotionAdExtension = item, AccountId = account },
        FilterLinkAdExtension item => new BulkFilterLinkAdExtension { FilterLinkAdExtension = item, AccountId = account },
        ImageAdExtension item => new BulkImageAdExtension { ImageAdExtension = item, AccountId = account },
        FlyerAdExtension item => new BulkFlyerAdExtension { FlyerAdExtension = item, AccountId = account },
        VideoAdExtension item => new BulkVideoAdExtension { VideoAdExtension = item, AccountId = account },
        DisclaimerAdExtension item => new BulkDisclaimerAdExtension { DisclaimerAdExtension = item, AccountId = account },
        _ => throw new ArgumentException($"Extensions of the type {extension.TypeName} have no rows.", nameof(extension)),
    };

    public static AdExtension ExtensionOf(SingleRecordBulkEntity record) => record switch
    {
        BulkSitelinkAdExtension row => row.SitelinkAdExtension!,
        BulkCalloutAdExtension row => row.CalloutAdExtension!,
        BulkCallAdExtension row => row.CallAdExtension!,
        BulkActionAdExtension row => row.ActionAdExtension!,
        BulkAppAdExtension row => row.AppAdExtension!,
        BulkLocationAdExtension row => row.LocationAdExtension!,
        BulkPriceAdExtension row => row.PriceAdExtension!,
        BulkReviewAdExtension row => row.ReviewAdExtension!,
        BulkStructuredSnippetAdExtension row => row.StructuredSnippetAdExtension!,
        BulkPromotionAdExtension row => row.PromotionAdExtension!,
        BulkFilterLinkAdExtension row => row.FilterLinkAdExtension!,
        BulkImageAdExtension row => row.ImageAdExtension!,
        BulkFlyerAdExtension row => row.FlyerAdExtension!,
        BulkVideoAdExtension row => row.VideoAdExtension!,
        BulkDisclaimerAdExtension row => row.DisclaimerAdExtension!,
        _ => throw new ArgumentException($"'{record.RecordType}' is no ad extension.", nameof(record)),
    };
}
