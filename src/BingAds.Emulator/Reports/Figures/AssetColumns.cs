namespace BingAds.Emulator.Reports.Figures;

/// <summary>Single assets of an ad and the ones that were seen together. They are the emulator's own: which of an ad's assets were seen is told by nothing in the store.</summary>
internal static class AssetColumns
{
    private static readonly (string Content, string Type)[] s_assets =
    [
        ("Made for rain", "Headline"), ("Free returns", "Headline"), ("Jackets and bags for all weathers", "Description"), ("Sent on the same day", "Description"),
        ("https://www.shop.example/images/jacket.png", "Image"), ("https://www.shop.example/images/logo.png", "Logo"),
    ];

    private static readonly string[] s_headlines = ["Made for rain", "Free returns", "Since 1962"];
    private static readonly string[] s_seconds = ["Jackets and bags", "See the new season", "Order online"];
    private static readonly string[] s_thirds = ["Official shop", "Open every day", "Gifts from $10"];
    private static readonly string[] s_descriptions = ["Jackets and bags for all weathers.", "Sent on the same day."];
    private static readonly string[] s_more = ["Try it at home for 30 days.", "Every seam is sealed by hand."];

    public static SliceColumn? Find(string column) => column switch
    {
        "AssetId" => new(static (in s) => s.Pick(Trait.Asset, s_assets.Length), static (l, code) => ReportValue.Of(DeviceColumns.IdOf(l, 10_240_000_000_000, code))),
        "AssetContent" => SliceColumn.Of(Trait.Asset, s_assets, static a => a.Content),
        "AssetType" => SliceColumn.Of(Trait.Asset, s_assets, static a => a.Type),
        "AssetSource" => new(static (in s) => s.Pick(Trait.Asset, s_assets.Length) % 3, static (_, code) => ReportValue.Of(code == 2 ? "Automatically created" : "Advertiser")),
        "Headline1" => Combined(0, s_headlines),
        "Headline2" => Combined(1, s_seconds),
        "Headline3" => Combined(2, s_thirds),
        "Description1" => Combined(3, s_descriptions),
        "Description2" => Combined(4, s_more),
        "CombinationLongHeadline" => Combined(1, s_descriptions),
        "Image" => new(static (in s) => s.Pick(Trait.Combination, 4) % 2, static (_, code) => ReportValue.Of($"https://www.shop.example/images/front-{code + 1}.png")),
        "Logo" => new(static (in _) => 0, static (_, _) => ReportValue.Of("https://www.shop.example/images/logo.png")),
        _ => null,
    };

    // Only a few combinations are seen, and each part follows from the combination.
    private static SliceColumn Combined(int shift, string[] texts)
        => new((in s) => ((s.Pick(Trait.Combination, 4) * (shift + 1)) + shift) % texts.Length, (_, code) => ReportValue.Of(texts[code]));
}
