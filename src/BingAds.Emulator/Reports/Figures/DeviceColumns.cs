namespace BingAds.Emulator.Reports.Figures;

/// <summary>Where an ad was seen: device, network, place on the page; and what was clicked.</summary>
internal static class DeviceColumns
{
    private static readonly string[] s_devices = ["Computer", "Smartphone", "Tablet"];
    private static readonly string[] s_systems = ["Windows", "iOS", "Android", "Other"];
    private static readonly string[] s_networks = ["Microsoft sites and select traffic", "Syndicated search partners", "Audience network"];
    private static readonly string[] s_delivered = ["Exact", "Phrase", "Broad", "Exact (close variant)", "Phrase (close variant)"];

    private static readonly (string Name, string Url, string App, string Bundle)[] s_publishers =
    [
        ("www.searchsite.example", "https://www.searchsite.example", "Search Site", "example.searchsite"),
        ("news.daily.example", "https://news.daily.example", "Daily News", "example.daily.news"),
        ("mail.letters.example", "https://mail.letters.example", "Letters", "example.letters"),
        ("start.portal.example", "https://start.portal.example", "Portal", "example.portal"),
        ("games.leisure.example", "https://games.leisure.example", "Leisure Games", "example.leisure"),
    ];

    private static readonly (string Name, long Id)[] s_clicks = [("Headline", 1), ("Sitelink", 2), ("Image", 3), ("Call", 4)];

    private static readonly (string Type, long TypeId, string Text)[] s_extensions =
    [
        ("Sitelink", 10, "Opening hours"), ("Callout", 14, "Free returns"), ("Call", 8, "555 0100"), ("Structured Snippet", 16, "Types: small, large"), ("Image", 11, "Front of the shop"),
    ];

    public static SliceColumn? Find(string column) => column switch
    {
        "DeviceType" => new(static (in s) => SliceTraits.Device(s), static (_, code) => ReportValue.Of(s_devices[code])),
        "DeviceOS" => new(static (in s) => System(s), static (_, code) => ReportValue.Of(s_systems[code])),
        "Network" => new(static (in s) => SliceTraits.Network(s), static (_, code) => ReportValue.Of(s_networks[code])),
        "AdDistribution" => new(static (in s) => SliceTraits.IsAudience(s) ? 1 : 0, static (_, code) => ReportValue.Of(code == 1 ? "Audience" : "Search")),
        "TopVsOther" => new(static (in s) => (SliceTraits.Network(s) * 2) + (SliceTraits.IsTop(s) ? 0 : 1), static (_, code) => ReportValue.Of(Position(code))),
        "DeliveredMatchType" => new(static (in s) => s.Leaf.IsKeyword ? SliceTraits.Delivered(s) : 2, static (_, code) => ReportValue.Of(s_delivered[code])),
        "PublisherUrl" => SliceColumn.Of(Trait.Publisher, s_publishers, static p => p.Name),
        "AppName" => SliceColumn.Of(Trait.Publisher, s_publishers, static p => p.App),
        "AppBundle" => SliceColumn.Of(Trait.Publisher, s_publishers, static p => p.Bundle),
        "AppStoreUrl" => SliceColumn.Of(Trait.Publisher, s_publishers, static p => p.Url + "/app"),
        "PageNumber" => new(static (in s) => 1 + (s.Pick(Trait.Page, 10) / 8), static (_, code) => ReportValue.Of(code)),
        "ClickType" => SliceColumn.Of(Trait.Click, s_clicks, static c => c.Name),
        "ClickTypeId" => SliceColumn.Values(Trait.Click, s_clicks, static c => ReportValue.Of(c.Id)),
        "AdExtensionId" => new(static (in s) => s.Pick(Trait.Extension, s_extensions.Length), static (l, code) => ReportValue.Of(IdOf(l, 8_177_650_000_000, code))),
        "AdExtensionType" => SliceColumn.Of(Trait.Extension, s_extensions, static e => e.Type),
        "AdExtensionTypeId" => SliceColumn.Values(Trait.Extension, s_extensions, static e => ReportValue.Of(e.TypeId)),
        "AdExtensionPropertyValue" => SliceColumn.Of(Trait.Extension, s_extensions, static e => e.Text),
        "AdExtensionVersion" => new(static (in s) => 1, static (_, code) => ReportValue.Of(code)),
        _ => null,
    };

    /// <summary>An id of what no family of the store has: the same wherever the account has it.</summary>
    public static long IdOf(Leaf leaf, long first, long code) => first + (leaf.Account.Id % 10_000_000 * 100) + code;

    private static long System(in Slice slice) => (SliceTraits.Device(slice), slice.Pick(Trait.System, 10)) switch
    {
        (0, < 8) => 0,
        (0, _) => 3,
        (_, < 5) => 1,
        _ => 2,
    };

    private static string Position(long code) => code switch
    {
        >= 4 => s_networks[2],
        _ => s_networks[code / 2] + (code % 2 == 0 ? " - Top" : " - Other"),
    };
}
