using BingAds.Emulator.Bulk.Records;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class AllTypesTests(ParentsFixture parents) : IClassFixture<ParentsFixture>
{
    // Kinds of ads that can no longer be made, neither by the service's calls nor by rows.
    private static readonly string[] s_ended = ["Text Ad", "Expanded Text Ad", "Text Ad Label", "Expanded Text Ad Label"];

    public static TheoryData<string> Types => [.. MadeRows.Types.Except(s_ended).Where(static t => t != "Account")];

    [Fact]
    public void Every_record_type_of_the_format_has_a_meaning()
        => Assert.Equal(MadeRows.Types.Order(StringComparer.Ordinal), RecordKinds.InOrder().SelectMany(static k => k.Types).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public async Task What_is_uploaded_comes_back_in_a_download(string type)
    {
        var spec = RecordTypes.Get(type);
        if (spec.SourceType is { } source)
        {
            var made = ExtensionRows.Of(source) ?? MadeRows.Row(source);
            await parents.Session.AddAsync(ParentsFixture.With(ParentsFixture.With(made, "Id", "-50"), "Parent Id", parents.Account));
        }

        var row = Uploaded(type, spec);

        var result = Assert.Single(await parents.Session.UploadAsync(row));

        Assert.Empty(result.Errors);
        var rows = await parents.Session.DownloadAsync([spec.Entities.Count > 0 ? spec.Entities[0] : EntityOf(type)]);
        var found = rows.Where(r => r["Type"] == type && (result.Id is null || !spec.HasId || r["Id"] == $"{result.Id}")).ToList();
        Assert.Contains(found, r => Differences(row, r).Count == 0);
        Assert.All(found, static r => Assert.True(r.ContainsKey("Modified Time")));
        var known = RecordTypes.Create(type);
        Assert.All(found, r => Assert.All(r.Keys, column => Assert.True(column is "Type" or "Modified Time" || MadeRows.Has(type, column), $"{known.RecordType} has no column {column}")));
    }

    [Theory]
    [InlineData("Text Ad")]
    [InlineData("Expanded Text Ad")]
    public async Task Ads_of_kinds_that_ended_are_refused_as_the_service_does(string type)
    {
        var row = Row(type, "Parent Id", "-2", "Title", "Canoes", "Title Part 1", "Canoes", "Title Part 2", "In stock", "Text", "All in stock", "Final Url", "https://shop.example.com/");

        Assert.Contains(1366, Assert.Single(await parents.Session.UploadAsync(row)).Codes);
    }

    [Fact]
    public async Task The_account_s_settings_come_back_with_its_row()
    {
        await parents.Session.AddAsync(MadeRows.Row("Account", "Id", parents.Account, "Parent Id", $"{DemoCredentials.CustomerId}"));

        var account = (await parents.Session.DownloadAsync())[0];

        Assert.Equal((parents.Account, $"{DemoCredentials.CustomerId}", "One;Two", "True"), (account["Id"], account["Parent Id"], account["Business Attributes"], account["MSCLKID Auto Tagging Enabled"]));
        Assert.True(account.ContainsKey("Sync Time"));
    }

    private static V13.Bulk.DownloadEntity EntityOf(string type) => type switch
    {
        "Account Shared Negative Keyword" => V13.Bulk.DownloadEntity.AccountNegativeKeyword,
        "Account Content Shared Negative Keyword" => V13.Bulk.DownloadEntity.AccountContentNegativeKeyword,
        _ => throw new ArgumentException($"Nobody can ask for '{type}'."),
    };

    /// <summary>Rows that the services' rules look at are given by hand, all others are made.</summary>
    private Dictionary<string, string> Uploaded(string type, RecordSpec spec)
    {
        var row = type switch
        {
            "Campaign" => ParentsFixture.With(ParentsFixture.With(Sample.Campaign("", "New one"), "Destination Channel", "MSAN"), "Bid Strategy Type", "MaxClicks"),
            "Ad Group" => Sample.AdGroup("", "-1", "New one"),
            "Keyword" => Sample.Keyword("birch canoe"),
            "Budget" => Row(type, "Parent Id", parents.Account, "Budget Name", "Pot", "Budget Type", "DailyBudgetStandard", "Budget", "70.5"),
            "Label" => Row(type, "Label", "Summer", "Color", "#AABBCC", "Description", "Warm"),
            "Responsive Search Ad" => ParentsFixture.With(Sample.SearchAd(), "Status", "Paused"),
            "Responsive Ad" => Row(type, "Parent Id", "-5", "Business Name", "Harbour", "Headlines", """[{"text":"Out"}]""", "Long Headlines", """[{"text":"Out early"}]""", "Descriptions", """[{"text":"To hire"}]""", "Final Url", "https://shop.example.com/out", "Call To Action", "ShopNow"),
            "Dynamic Search Ad" => Row(type, "Parent Id", "-3", "Text", "Look at boats", "Path 1", "all"),
            "Product Ad" => Row(type, "Parent Id", "-7", "Promotion", "Free bag"),
            "Ad Group Dynamic Search Ad Target" => Row(type, "Parent Id", "-3", "Bid", "0.5", "Name", "Sale", "Dynamic Ad Target Condition 1", "Url", "Dynamic Ad Target Condition Operator 1", "Contains", "Dynamic Ad Target Value 1", "/sale"),
            "Ad Group Negative Dynamic Search Ad Target" => Row(type, "Parent Id", "-3", "Dynamic Ad Target Condition 1", "PageTitle", "Dynamic Ad Target Condition Operator 1", "Contains", "Dynamic Ad Target Value 1", "sold"),
            "Campaign Negative Dynamic Search Ad Target" => Row(type, "Dynamic Ad Target Condition 1", "Url", "Dynamic Ad Target Condition Operator 1", "Contains", "Dynamic Ad Target Value 1", "/jobs"),
            "App Install Ad" => Row(type, "Parent Id", "-2", "Title", "Boats", "Text", "All boats", "App Platform", "Android", "App Id", "a2", "Final Url", "https://shop.example.com/app2"),
            "Campaign Negative Keyword" or "Ad Group Negative Keyword" or "Shared Negative Keyword" or "Account Shared Negative Keyword" or "Account Content Shared Negative Keyword"
                => Row(type, "Keyword", "used", "Match Type", "Phrase"),
            "Campaign Negative Site" or "Ad Group Negative Site" => Row(type, "Website", "gossip.example.com"),
            "Account Placement Exclusion List Item" or "Account Placement Inclusion List Item" => Row(type, "Site List Item Url", "news.example.org"),
            "Negative Keyword List" or "Account Negative Keyword List" or "Account Content Negative Keyword List" or "Account Placement Exclusion List" or "Account Placement Inclusion List" or "Brand List"
                => Row(type, "Name", "Another"),
            _ when type.EndsWith(" Label", StringComparison.Ordinal) => Row(type, "Id", "-10"),
            _ => ExtensionRows.Of(type) ?? MadeRows.Row(type),
        };
        if (spec.HasStatus)
            row.TryAdd("Status", "Active");
        if (Source(type) is { } id)
            row["Id"] = id;
        if (!row.ContainsKey("Parent Id") && Parent(type, spec) is { } parent)
            row["Parent Id"] = parent;
        return row;
    }

    private static string? Source(string type) => type switch
    {
        "Campaign Negative Keyword List Association" => "-20",
        "Account Negative Keyword List Association" => "-21",
        "Account Content Negative Keyword List Association" => "-22",
        "Campaign Account Placement Exclusion List Association" => "-23",
        "Campaign Account Placement Inclusion List Association" => "-24",
        "Audience Group Asset Group Association" => "-33",
        _ => RecordTypes.Get(type).SourceType is null ? null : "-50",
    };

    private string? Parent(string type, RecordSpec spec) => type switch
    {
        "Keyword Label" => "-8",
        "Responsive Search Ad Label" => "-9",
        "Dynamic Search Ad Label" => "-11",
        "Product Ad Label" => "-12",
        "Responsive Ad Label" => "-13",
        "App Install Ad Label" => "-14",
        "Shared Negative Keyword" => "-20",
        "Account Shared Negative Keyword" => "-21",
        "Account Content Shared Negative Keyword" => "-22",
        "Account Placement Exclusion List Item" => "-23",
        "Account Placement Inclusion List Item" => "-24",
        "Brand Item" => "-25",
        _ when !spec.HasParentId => null,
        _ => spec.Level switch
        {
            RecordLevel.Campaign => "-1",
            RecordLevel.AdGroup => "-2",
            RecordLevel.Keyword => "-8",
            RecordLevel.Record => spec.ParentType switch { "Feed" => "-30", "Customer List" => "-31", _ => "-32" },
            _ => parents.Account,
        },
    };

    /// <summary>Cells that did not come back as they were given. Ids and reference keys are others by then.</summary>
    private static List<string> Differences(Dictionary<string, string> given, Dictionary<string, string> found)
        => [.. given.Where(c => c.Value.Length > 0 && !c.Value.StartsWith('-') && !Same(c.Key, c.Value, found.GetValueOrDefault(c.Key, ""))).Select(c => $"{c.Key}: {c.Value} -> {found.GetValueOrDefault(c.Key)}")];

    // The service adds the ids of assets to their texts.
    private static bool Same(string column, string given, string found)
        => given == found || (column is "Headline" or "Headlines" or "Long Headlines" or "Description" or "Descriptions" && given.StartsWith('[') && found.StartsWith('['));
}
