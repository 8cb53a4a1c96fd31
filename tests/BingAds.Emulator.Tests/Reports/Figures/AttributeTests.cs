using BingAds.Emulator.Reports;
using BingAds.Reporting;

namespace BingAds.Emulator.Tests.Reports.Figures;

/// <summary>Attributes of all reports: each splits the figures and loses none.</summary>
public class AttributeTests
{
    private static readonly string[] s_special =
        ["BudgetSummary", "CallDetail", "CategoryClickCoverage", "CategoryInsights", "NegativeKeywordConflict", "ProductMatchCount", "ProductNegativeKeywordConflict", "SearchCampaignChangeHistory"];

    /// <summary>Columns that hold nothing in the world of these tests, or by their nature.</summary>
    private static readonly string[] s_mayBeEmpty =
    [
        "AdLabels", "AdGroupLabels", "KeywordLabels", "BudgetName", "BudgetStatus", "BusinessName", "CustomLabel3", "CustomLabel4", "CustomParameters", "FinalAppUrl", "FinalMobileUrl",
        "FinalUrlSuffix", "LongHeadline", "OldValue", "Param1", "Param2", "Param3", "PortfolioBidStrategyName", "PortfolioBidStrategyStatus", "ProductCategory5", "ProductType5",
        "TrackingTemplate", "NegativeKeywordList", "NegativeKeywordListId",
    ];

    public static TheoryData<string> All { get; } = [.. ReportTypes.All.Select(static t => t.Name)];

    public static TheoryData<string> Aggregated { get; } = [.. ReportTypes.All.Select(static t => t.Name).Except(s_special)];

    [Theory]
    [MemberData(nameof(Aggregated))]
    public async Task Every_attribute_of_a_report_splits_its_figures_without_a_rest(string type)
    {
        using var store = await FigureStore.CreateAsync();
        var known = ReportTypes.Find(type)!;
        string[] figures = [.. known.Columns.Where(static c => c.Has(ReportColumnTraits.Adds)).Select(static c => c.Name).Take(12)];
        Assert.NotEmpty(figures);
        var attributes = known.Columns.Where(static c => StatisticOf(c) is null && c.Name is not ("TimePeriod" or "MSClickId")).Select(static c => c.Name).ToList();
        Assert.NotEmpty(attributes);
        var whole = await store.AskAsync(type, figures, "Summary", to: "2026-10-04");
        var total = Totals(Assert.Single(whole), 0);
        Assert.NotEqual(0, whole[0].Max(static v => v.Number));
        foreach (var attribute in attributes)
        {
            var rows = await store.AskAsync(type, [attribute, .. figures], "Summary", to: "2026-10-04");
            Assert.Equal(rows.Count, rows.DistinctBy(static r => r[0]).Count());
            Assert.Equal($"{attribute}: {total}", $"{attribute}: {string.Join(' ', figures.Select((_, i) => FigureStore.Sum(rows, i + 1)))}");
        }

        var all = await store.AskAsync(type, [.. attributes, .. figures], "Summary", to: "2026-10-04");
        Assert.Equal(total, string.Join(' ', figures.Select((_, i) => FigureStore.Sum(all, attributes.Count + i))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_column_of_a_report_has_values_of_its_kind(string type)
    {
        using var store = await FigureStore.CreateAsync();
        await store.AddConflictsAsync();
        var known = ReportTypes.Find(type)!;
        string[] columns = [.. known.Columns.Select(static c => c.Name)];
        store.Clock.Advance(TimeSpan.FromDays(1));
        await store.RunAsync(s => s.Entities.Update(s.Entities.Find(FamilyNames.AdGroup, store.Ids["Search 1/Group 1"])!));
        store.Clock.Advance(TimeSpan.FromDays(1)); // All changes are complete then.
        var rows = type == "SearchCampaignChangeHistory"
            ? await store.AskAsync(type, columns, "Daily", from: "2026-11-01", to: "2026-11-03")
            : await store.AskAsync(type, columns, "Daily", to: "2026-10-20");
        Assert.NotEmpty(rows);
        for (var i = 0; i < columns.Length; i++)
        {
            var column = known.FindColumn(columns[i])!;
            foreach (var row in rows)
            {
                AssertKind(column, row[i]);
            }

            if (!s_mayBeEmpty.Contains(column.Name))
                Assert.True(rows.Exists(r => r[i].Form != ReportValueForm.Empty), $"{column} is always empty.");
        }
    }

    [Fact]
    public async Task Rows_of_a_question_are_the_same_each_time_and_none_has_the_attributes_of_another()
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["TimePeriod", "CampaignName", "AgeGroup", "Gender", "Impressions"];
        var rows = await store.AskAsync("AgeGenderAudience", columns, "Weekly");
        var again = await store.AskAsync("AgeGenderAudience", columns, "Weekly");
        Assert.Equal(rows, again, static (a, b) => a.AsSpan().SequenceEqual(b));
        Assert.Equal(rows.Count, rows.DistinctBy(static r => (r[0], r[1], r[2], r[3])).Count());
        Assert.DoesNotContain(rows, static r => r[4].Number == 0);
    }

    [Fact]
    public async Task Rows_go_by_entity_then_by_time()
    {
        using var store = await FigureStore.CreateAsync();
        var rows = await store.AskAsync("KeywordPerformance", ["TimePeriod", "KeywordId", "Impressions"], "Daily");
        var keys = rows.ConvertAll(static r => (r[1].Number, r[0].Time));
        Assert.Equal(keys.Select(static k => k.Number).Distinct().Count(), 1 + keys.Zip(keys.Skip(1)).Count(static p => p.First.Number != p.Second.Number));
        Assert.All(keys.GroupBy(static k => k.Number), static g => Assert.Equal(g.Select(static k => k.Time).Order(), g.Select(static k => k.Time)));
    }

    internal static string Totals(ReportValue[] row, int start) => string.Join(' ', row.Skip(start).Select(static v => v.Number));

    private static object? StatisticOf(ReportColumnFacts column) => BingAds.Emulator.Reports.Figures.StatisticColumns.Find(column.Name);

    private static void AssertKind(ReportColumnFacts column, ReportValue value)
    {
        if (value.Form is ReportValueForm.Empty or ReportValueForm.NotComputed)
            return;
        var expected = column.Kind switch
        {
            ReportValueKind.Text or ReportValueKind.Term => ReportValueForm.Text,
            ReportValueKind.Date or ReportValueKind.DateTime or ReportValueKind.TimePeriod => ReportValueForm.Time,
            _ => ReportValueForm.Number,
        };
        Assert.True(value.Form == expected, $"{column} of kind {column.Kind} has {value}");
        if (column.Kind is ReportValueKind.Id or ReportValueKind.Integer)
            Assert.True(value.Number == decimal.Truncate(value.Number), $"{column} has {value}");
        if (column.Kind == ReportValueKind.Date)
            Assert.Equal(TimeSpan.Zero, value.Time.TimeOfDay);
    }
}
