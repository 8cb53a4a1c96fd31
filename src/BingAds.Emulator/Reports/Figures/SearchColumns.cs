namespace BingAds.Emulator.Reports.Figures;

/// <summary>What was searched, to which topic it belongs, and which goal was met afterwards.</summary>
internal static class SearchColumns
{
    private static readonly string[] s_queries = ["{0}", "buy {0}", "{0} online", "best {0}", "{0} near me", "cheap {0}"];
    private static readonly string[] s_subjects = ["rain jacket", "canvas bag", "wool socks", "deck shoes", "sun hat", "camping stove"];

    private static readonly (string First, string Second, string Third)[] s_topics =
    [
        ("Apparel", "Outerwear", "Rain jackets"),
        ("Apparel", "Footwear", "Deck shoes"),
        ("Apparel", "Accessories", "Hats"),
        ("Sports", "Outdoor", "Camping stoves"),
        ("Sports", "Water sports", "Life vests"),
        ("Travel", "Luggage", "Canvas bags"),
    ];

    private static readonly (string Name, string Type)[] s_goals = [("Purchase", "Destination URL"), ("Newsletter", "Event"), ("Contact", "Duration")];

    private static readonly string[] s_sources = ["Advertiser", "Website"];

    public static SliceColumn? Find(string column) => column switch
    {
        "SearchQuery" => new(Query, static (l, code) => ReportValue.Of(QueryText(l, code))),
        "Category0" or "L1Vertical" => SliceColumn.Of(Trait.Topic, s_topics, static t => t.First),
        "Category1" or "L2Vertical" => SliceColumn.Of(Trait.Topic, s_topics, static t => t.Second),
        "Category2" or "L3Vertical" or "SearchCategory" => SliceColumn.Of(Trait.Topic, s_topics, static t => t.Third),
        "CategoryList" => SliceColumn.Of(Trait.Topic, s_topics, static t => $"{t.First}/{t.Second}/{t.Third}"),
        "Goal" => SliceColumn.Of(Trait.Goal, s_goals, static g => g.Name),
        "GoalType" => SliceColumn.Of(Trait.Goal, s_goals, static g => g.Type),
        "GoalId" => new(static (in s) => s.Pick(Trait.Goal, s_goals.Length), static (l, code) => ReportValue.Of(DeviceColumns.IdOf(l, 46_068_000_000, code))),
        "DynamicAdTarget" => SliceColumn.Of(Trait.Topic, s_topics, static t => $"CATEGORY={t.First}/{t.Second}"),
        "DynamicAdTargetId" => new(static (in s) => s.Pick(Trait.Topic, s_topics.Length), static (l, code) => ReportValue.Of(DeviceColumns.IdOf(l, 73_200_000_000_000, code))),
        "DynamicAdTargetStatus" => new(static (in s) => 0, static (_, _) => ReportValue.Of("Active")),
        "WebsiteCoverage" => new(static (in s) => s.Pick(Trait.Topic, s_topics.Length), static (_, code) => ReportValue.Of(12.5m * (code + 1))),
        "LandingPageTitle" => SliceColumn.Of(Trait.Topic, s_topics, static t => t.Third + " - Shop"),
        "FeedUrl" => new(
            static (in s) => s.Pick(Trait.Feed, 3) == 0 ? s.Pick(Trait.Topic, s_topics.Length) + 1 : 0,
            static (_, code) => code == 0 ? ReportValue.Empty : ReportValue.Of($"https://www.shop.example/pages/{code}")),
        "FeedId" => new(static (in s) => s.Pick(Trait.Feed, 2), static (l, code) => ReportValue.Of(DeviceColumns.IdOf(l, 6_300_000_000, code))),
        "FeedItemId" => new(
            static (in s) => (s.Pick(Trait.Feed, 2) * 10) + s.Pick(Trait.Topic, s_topics.Length), static (l, code) => ReportValue.Of(DeviceColumns.IdOf(l, 6_900_000_000, code))),
        "FinalUrlSource" => SliceColumn.Of(Trait.Source, s_sources),
        _ => null,
    };

    /// <summary>What was searched, by its number.</summary>
    public static string QueryText(Leaf leaf, long code)
    {
        var subject = leaf.Keyword?.Text ?? s_subjects[(int)(code / s_queries.Length)];
        return s_queries[code % s_queries.Length].Replace("{0}", subject, StringComparison.Ordinal).ToLowerInvariant();
    }

    // A search that meets a keyword exactly is the keyword; without keywords it can be about anything.
    private static long Query(in Slice slice)
    {
        var form = slice.Leaf.IsKeyword && SliceTraits.IsExact(slice) ? 0 : slice.Pick(Trait.Query, s_queries.Length);
        return slice.Leaf.IsKeyword ? form : (slice.Pick(Trait.Topic, s_subjects.Length) * s_queries.Length) + form;
    }
}
