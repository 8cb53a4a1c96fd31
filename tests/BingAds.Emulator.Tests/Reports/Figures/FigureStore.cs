using System.Text;
using BingAds.Contract;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CustomerManagement;
using BingAds.Emulator.Reports;
using BingAds.Emulator.Reports.Figures;
using BingAds.Emulator.Store;
using BingAds.Reporting;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;
using BingAds.V13.Reporting;
using Microsoft.Extensions.Time.Testing;

namespace BingAds.Emulator.Tests.Reports.Figures;

/// <summary>A world with a campaign of every type, and questions about it.</summary>
internal sealed class FigureStore : IDisposable
{
    public const long Customer = 251_400_733;
    public const long Account = 180_220_411;
    public const long OtherAccount = 180_220_500;
    public static readonly DateTimeOffset Made = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly EmulatorStore _store;

    private FigureStore(EmulatorStore store, FakeTimeProvider clock)
    {
        _store = store;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public ReportFigures Figures { get; set; } = new("seed");

    /// <summary>Ids by name: <c>Search 1</c>, <c>Search 1/Group 2</c>, <c>Search 1/Group 2/shoe 3</c>.</summary>
    public Dictionary<string, long> Ids { get; } = [];

    public static async Task<FigureStore> CreateAsync()
    {
        var clock = new FakeTimeProvider(Made);
        var store = new FigureStore(EmulatorStore.Open(null, clock), clock);
        await store._store.RunAsync(store.Fill);
        return store;
    }

    /// <summary>The rows of a report.</summary>
    public async Task<List<ReportValue[]>> AskAsync(
        string type, string[] columns, string aggregation = "Daily", string zone = "UTC", string from = "2026-10-01", string to = "2026-10-31", string? scope = null, string? filter = null, string? more = null)
        => await _store.RunAsync(session => Figures.Read(session, Question(type, columns, aggregation, zone, from, to, scope, filter, more)).Select(static r => r.ToArray()).ToList());

    public Task RunAsync(Action<StoreSession> work) => _store.RunAsync(work).AsTask();

    public ReportQuestion Question(string type, string[] columns, string aggregation, string zone, string from, string to, string? scope, string? filter, string? more)
    {
        var known = ReportTypes.Find(type)!;
        var json = $$"""{"Type":"{{known.RequestName}}"{{Member("Scope", scope)}}{{Member("Filter", filter)}}{{more}}}""";
        return new ReportQuestion(known, WireJson.Read<ReportRequest>(Encoding.UTF8.GetBytes(json)))
        {
            Accounts = [OtherAccount, Account],
            Columns = [.. columns.Select(c => known.FindColumn(c) ?? throw new ArgumentException($"{type} has no {c}"))],
            Aggregation = aggregation,
            Days = new ReportDays(DateOnly.Parse(from, null), DateOnly.Parse(to, null)),
            Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            CompleteTo = Figures.CompleteAt(Clock.GetUtcNow()),
        };
    }

    /// <summary>Negative keywords that block some keywords and a product, in a group, a campaign and a shared list.</summary>
    public Task AddConflictsAsync() => RunAsync(session =>
    {
        AddNegative(session, FamilyNames.AdGroupNegativeKeyword, Ids["Search 1/Group 1"], 9001, "shoe", "Phrase");
        AddNegative(session, FamilyNames.AdGroupNegativeKeyword, Ids["Search 1/Group 2"], 9002, "boot", "Phrase");
        AddNegative(session, FamilyNames.CampaignNegativeKeyword, Ids["Search 1"], 9003, "shoe", "Exact");
        AddNegative(session, FamilyNames.CampaignNegativeKeyword, Ids["Shopping"], 9004, "canvas  Bag", "Exact");
        AddNegative(session, FamilyNames.CampaignNegativeKeyword, Ids["PerformanceMax"], 9006, "rain", "Phrase");
        var list = new NegativeKeywordList { Id = 9100, Name = "Never" };
        CampaignFamilies.SharedLists.Insert(session, list, Account, Account, Customer);
        AddNegative(session, FamilyNames.SharedListItem, 9100, 9005, "Shoe 4", "Exact");
        session.Links.Set(FamilyNames.SharedList, FamilyNames.Campaign, 9100, Ids["Search 2"], Account);
    });

    public void Dispose() => _store.Dispose();

    /// <summary>Adds up a column.</summary>
    public static decimal Sum(IEnumerable<ReportValue[]> rows, int column) => rows.Sum(r => r[column].Number);

    private static void AddNegative(StoreSession session, string family, long parent, long id, string text, string match)
        => session.Entities.Insert(new EntityRow(family, id)
        {
            Parent = parent, Account = Account, Customer = Customer, Name = text, Body = EntityBody.Write(new NegativeKeyword { Id = id, Text = text, MatchType = match }),
        });

    private static string Member(string name, string? json) => json is null ? "" : $",\"{name}\":{json}";

    private void Fill(StoreSession session)
    {
        session.People.Add(1, "ada@shop.example", null);
        CustomerHandlers.Open(session, new Customer { Id = Customer, Name = "Harbour Outfitters", MarketCountry = "US" }, 1);
        foreach (var (id, name) in new[] { (Account, "Shop"), (OtherAccount, "Second shop") })
        {
            AccountRules.Open(session, new AdvertiserAccount { Id = id, Name = name, CurrencyCode = CurrencyCode.USD }, Customer, 1);
        }

        var budget = CampaignFamilies.Budgets.NextId(session);
        CampaignFamilies.Budgets.Insert(session, new Budget { Id = budget, Name = "Shared", Amount = 80 }, Account, Account, Customer);
        var label = CampaignFamilies.Labels.NextId(session);
        CampaignFamilies.Labels.Insert(session, new Label { Id = label, Name = "Autumn" }, Account, Account, Customer);
        for (var i = 1; i <= 2; i++)
        {
            var campaign = AddCampaign(session, Account, $"Search {i}", "Search", i == 1 ? budget : null);
            session.Links.Set(FamilyNames.Label, FamilyNames.Campaign, label, campaign, Account);
            for (var g = 1; g <= 2; g++)
            {
                AddGroup(session, Account, campaign, $"Search {i}/Group {g}", keywords: 4);
            }
        }

        foreach (var type in new[] { "Shopping", "DynamicSearchAds", "Audience", "Hotel" })
        {
            var campaign = AddCampaign(session, Account, type, type, null);
            AddGroup(session, Account, campaign, type + "/Group 1", keywords: 0);
            AddGroup(session, Account, campaign, type + "/Group 2", keywords: 0);
        }

        var automatic = AddCampaign(session, Account, "PerformanceMax", "PerformanceMax", null);
        AddAssetGroup(session, automatic, "PerformanceMax/Assets 1");
        AddAssetGroup(session, automatic, "PerformanceMax/Assets 2");
        AddCampaign(session, Account, "App", "App", null);
        var other = AddCampaign(session, OtherAccount, "Other", "Search", null);
        AddGroup(session, OtherAccount, other, "Other/Group 1", keywords: 3);
    }

    private long AddCampaign(StoreSession session, long account, string name, string type, long? budget)
    {
        var id = CampaignFamilies.Campaigns.NextId(session);
        var campaign = new Campaign { Id = id, Name = name, CampaignType = type, Status = "Active", DailyBudget = 25, BudgetId = budget, Languages = ["English"] };
        if (type == "PerformanceMax")
            campaign.Settings = [new ShoppingSetting { StoreId = 1 }];
        CampaignFamilies.Campaigns.Insert(session, campaign, account, account, Customer);
        return Ids[name] = id;
    }

    public long AddGroup(StoreSession session, long account, long campaign, string name, int keywords)
    {
        var id = CampaignFamilies.AdGroups.NextId(session);
        var group = new AdGroup { Id = id, Name = name.Split('/')[^1], Status = "Active", CpcBid = new Bid { Amount = 1.5 }, Language = "English" };
        CampaignFamilies.AdGroups.Insert(session, group, campaign, account, Customer);
        Ids[name] = id;
        for (var i = 1; i <= keywords; i++)
        {
            var keyword = CampaignFamilies.Keywords.NextId(session);
            var match = new[] { "Exact", "Phrase", "Broad" }[i % 3];
            var item = new Keyword { Id = keyword, Text = $"shoe {i}", MatchType = match, Status = "Active", FinalUrls = [$"https://www.shop.example/{i}"] };
            CampaignFamilies.Keywords.Insert(session, item, id, account, Customer);
            Ids[$"{name}/shoe {i}"] = keyword;
        }

        for (var i = 1; i <= 2; i++)
        {
            var ad = CampaignFamilies.Ads.NextId(session);
            var item = new ExpandedTextAd { Id = ad, Status = "Active", TitlePart1 = $"Shoes {i}", TitlePart2 = "Dry", TitlePart3 = "Warm", Text = "For all weathers", TextPart2 = "Sent today", Path1 = "a", Path2 = "b", FinalUrls = ["https://www.shop.example/"] };
            CampaignFamilies.Ads.Insert(session, item, id, account, Customer);
            Ids[$"{name}/ad {i}"] = ad;
        }

        return id;
    }

    private void AddAssetGroup(StoreSession session, long campaign, string name)
    {
        var cells = new CellMap { ["Asset Group"] = name.Split('/')[^1] };
        var id = session.Next("Record", 1, 9_300_440_000_000);
        session.Entities.Insert(new EntityRow(FamilyNames.CampaignRecord, id)
        {
            Parent = campaign, Account = Account, Customer = Customer, Kind = "Asset Group", Status = "Active", Body = cells.Write(),
        });
        Ids[name] = id;
    }
}
