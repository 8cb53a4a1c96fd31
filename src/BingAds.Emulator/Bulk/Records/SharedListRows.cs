using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>The record types of shared lists, by the types that the service gives the lists.</summary>
internal static class SharedListRows
{
    /// <summary>Service's type of list, its record type, that of its items, that of its associations.</summary>
    private static readonly (string List, string Type, string Item, string? Association)[] s_all =
    [
        ("NegativeKeywordList", "Negative Keyword List", "Shared Negative Keyword", "Campaign Negative Keyword List Association"),
        ("AccountNegativeKeywordList", "Account Negative Keyword List", "Account Shared Negative Keyword", "Account Negative Keyword List Association"),
        ("AccountContentNegativeKeywordList", "Account Content Negative Keyword List", "Account Content Shared Negative Keyword", "Account Content Negative Keyword List Association"),
        ("AccountPlacementExclusionList", "Account Placement Exclusion List", "Account Placement Exclusion List Item", "Campaign Account Placement Exclusion List Association"),
        ("AccountPlacementInclusionList", "Account Placement Inclusion List", "Account Placement Inclusion List Item", "Campaign Account Placement Inclusion List Association"),
        ("BrandList", "Brand List", "Brand Item", null),
    ];

    public static IEnumerable<string> Types => s_all.Select(static a => a.Type);

    public static IEnumerable<string> ItemTypes => s_all.Select(static a => a.Item);

    public static IEnumerable<string> AssociationTypes => s_all.Select(static a => a.Association).OfType<string>();

    public static string? TypeOf(string? list) => Array.Find(s_all, a => a.List == list).Type;

    public static string? ItemTypeOf(string? list) => Array.Find(s_all, a => a.List == list).Item;

    public static string? AssociationTypeOf(string? list) => Array.Find(s_all, a => a.List == list).Association;

    /// <summary>The service's type of list behind any of these record types.</summary>
    public static string ListOf(string type) => Array.Find(s_all, a => a.Type == type || a.Item == type || a.Association == type).List;

    public static SharedEntity Create(string type) => ListOf(type) switch
    {
        "NegativeKeywordList" => new NegativeKeywordList(),
        "AccountNegativeKeywordList" => new AccountNegativeKeywordList(),
        "AccountContentNegativeKeywordList" => new AccountContentNegativeKeywordList(),
        "AccountPlacementExclusionList" => new AccountPlacementExclusionList(),
        "AccountPlacementInclusionList" => new AccountPlacementInclusionList(),
        _ => new BrandList(),
    };

    /// <summary>The item of a row.</summary>
    public static SharedListItem ItemOf(SingleRecordBulkEntity record) => record switch
    {
        BulkSharedNegativeKeyword row => row.NegativeKeyword!,
        BulkAccountSharedNegativeKeyword row => row.NegativeKeyword!,
        BulkAccountContentSharedNegativeKeyword row => row.NegativeKeyword!,
        BulkSharedListNegativeSite row => row.NegativeSite!,
        BulkSharedListSite row => new Site { Url = row.Url },
        BulkBrandItem row => row.BrandItem!,
        _ => throw new ArgumentException($"'{record.RecordType}' is no item of a list.", nameof(record)),
    };
}
