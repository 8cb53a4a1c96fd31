using System.Globalization;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>What product ads showed and sold. The offers are the emulator's own; it keeps no catalogue.</summary>
internal static class OfferColumns
{
    private static readonly Offer[] s_offers =
    [
        new("RJ-100", "Rain jacket, blue", "Lowtide", "Apparel", "Outerwear", "Jackets", 79.90m),
        new("RJ-200", "Rain jacket, yellow", "Lowtide", "Apparel", "Outerwear", "Jackets", 84.90m),
        new("DS-010", "Deck shoes", "Quayside", "Apparel", "Shoes", "Boat shoes", 59.00m),
        new("CB-300", "Canvas bag", "Quayside", "Luggage", "Bags", "Shoulder bags", 34.50m),
        new("WS-001", "Wool socks, pair", "Fleece & Co", "Apparel", "Clothing", "Socks", 12.00m),
        new("ST-400", "Camping stove", "Embers", "Sports", "Outdoor", "Stoves", 45.00m),
    ];

    private static readonly (string Name, string Value)[] s_groups = [("Brand", "Lowtide"), ("Condition", "New"), ("ItemId", "RJ-100")];

    /// <summary>How many product groups there are wherever products are shown.</summary>
    public static int Groups => s_groups.Length;

    /// <summary>The offers of an account, for reports that list them.</summary>
    public static IEnumerable<(string Id, string Title)> All => s_offers.Select(static o => (o.Id, o.Title));

    public static SliceColumn? Find(string column) => column switch
    {
        "MerchantProductId" => Of(static o => o.Id),
        "Title" => Of(static o => o.Title),
        "Brand" => Of(static o => o.Brand),
        "Condition" => Of(static _ => "New"),
        "Price" => Of(static o => o.Price.ToString("0.00", CultureInfo.InvariantCulture)),
        "GTIN" => new(Index, static (_, code) => ReportValue.Of($"40{code:00}000000017")),
        "MPN" => Of(static o => "M" + o.Id),
        "SellerName" => Of(static _ => "Main shop"),
        "StoreId" => new(static (in s) => s.Pick(Trait.Store, 2), static (l, code) => ReportValue.Of((1_340_000 + (l.Account.Id % 10_000 * 10) + code).ToString(CultureInfo.InvariantCulture))),
        "LocalStoreCode" => SliceColumn.Of(Trait.Store, "QUAY-1", "HILL-2"),
        "CollectionId" => Of(static o => "C-" + o.First),
        "FeedLabel" => Of(static _ => "Main"),
        "CountryOfSale" => Of(static _ => "US"),
        "OfferLanguage" => Of(static _ => "English"),
        "ProductBought" => SliceColumn.Of(Trait.Bought, s_offers, static o => o.Id),
        "ProductBoughtTitle" => SliceColumn.Of(Trait.Bought, s_offers, static o => o.Title),
        "PartitionType" => new(static (in s) => s.Pick(Trait.Partition, Groups), static (_, code) => ReportValue.Of(GroupType((int)code))),
        "ProductGroup" => new(static (in s) => s.Pick(Trait.Partition, Groups), static (_, code) => ReportValue.Of(Group((int)code))),
        "AdGroupCriterionId" => new(
            static (in s) => s.Leaf.IsKeyword ? 0 : s.Pick(Trait.Partition, Groups), static (leaf, code) => ReportValue.Of(KeywordColumns.Criterion(leaf) + code)),
        "ProductCategory1" or "ProductType1" => Of(static o => o.First),
        "ProductCategory2" or "ProductType2" => Of(static o => o.Second),
        "ProductCategory3" or "ProductType3" => Of(static o => o.Third),
        "ProductCategory4" or "ProductType4" => Of(static o => o.Third + ", all sizes"),
        "ProductCategory5" or "ProductType5" => Of(static _ => null),
        "CustomLabel0" => Of(static o => o.Price > 50 ? "High price" : "Low price"),
        "CustomLabel1" => Of(static o => o.Id.StartsWith("RJ", StringComparison.Ordinal) ? "Autumn" : "All year"),
        "CustomLabel2" => Of(static o => o.Brand.Length % 2 == 0 ? "Own brand" : "Other brand"),
        "CustomLabel3" or "CustomLabel4" => Of(static _ => null),
        _ => null,
    };

    /// <summary>A product group as the service words it.</summary>
    public static string Group(int number) => $"* / {s_groups[number].Name} = \"{s_groups[number].Value}\"";

    public static string GroupType(int number) => number == Groups - 1 ? "Unit" : "Subdivision";

    private static SliceColumn Of(Func<Offer, string?> text)
        => new(Index, (_, code) => ReportValue.Of(text(s_offers[code])));

    private static long Index(in Slice slice) => slice.Pick(Trait.Offer, s_offers.Length);

    private sealed record Offer(string Id, string Title, string Brand, string First, string Second, string Third, decimal Price);
}
