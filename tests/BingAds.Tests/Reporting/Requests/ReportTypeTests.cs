using System.Text.Json;
using BingAds.Contract;
using BingAds.Reporting;

namespace BingAds.Tests.ReportRequests;

public class ReportTypeTests
{
    public static TheoryData<string> Names => Reports.Names;

    [Fact]
    public void Table_has_all_types_of_the_contract_and_the_one_that_is_newer()
    {
        var contract = ApiCatalog.TypeNames(ServiceName.Reporting).Where(static n => n.EndsWith("ReportRequest", StringComparison.Ordinal) && n != "ReportRequest");

        Assert.Equal(48, ReportTypes.All.Count);
        Assert.Equal(contract.Order(StringComparer.Ordinal), ReportTypes.All.Where(static t => t.IsInContract).Select(static t => t.RequestName).Order(StringComparer.Ordinal));
        Assert.Equal("SearchTermLandingPage", Assert.Single(ReportTypes.All, static t => !t.IsInContract).Name);
    }

    [Theory]
    [InlineData("KeywordPerformance")]
    [InlineData("KeywordPerformanceReportRequest")]
    public void Type_is_found_by_short_name_and_by_class(string name) => Assert.Equal("KeywordPerformance", ReportTypes.Find(name)?.Name);

    [Fact]
    public void Type_that_does_not_exist_is_not_found() => Assert.Null(ReportTypes.Find("Keyword"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Request_knows_its_type(string name)
    {
        var request = Reports.Minimal(name);

        Assert.Same(ReportTypes.Find(name), request.ReportKind);
        Assert.NotEmpty(request.ColumnNames!);
        Assert.NotNull(request.ScopeOrNull);
        Assert.Equal(request.ReportKind!.HasTime, request.TimeOrNull is not null);
        Assert.Equal(request.ReportKind.HasAggregation, request.AggregationOrNull is not null);
    }

    [Fact]
    public void Column_is_found_by_span_without_a_string()
    {
        var type = Reports.Type("KeywordPerformance");

        Assert.Equal(ReportValueKind.Integer, type.FindColumn("xClicksx".AsSpan(1, 6))?.Kind);
        Assert.Null(type.FindColumn("NotOne".AsSpan()));
        Assert.Equal(ReportValueKind.Money, ReportColumnTable.Find("Spend".AsSpan())?.Kind);
    }

    [Theory]
    [InlineData("TimePeriod", "TimePeriod")]
    [InlineData("CampaignId", "Id")]
    [InlineData("AccountNumber", "Text")]
    [InlineData("DeviceType", "Term")]
    [InlineData("Impressions", "Integer")]
    [InlineData("ConversionsQualified", "Decimal")]
    [InlineData("AverageCpc", "Money")]
    [InlineData("Ctr", "Percent")]
    [InlineData("ReturnOnAdSpend", "Ratio")]
    [InlineData("Date", "Date")]
    [InlineData("DateTime", "DateTime")]
    public void Values_are_of_the_kind_that_the_reference_says(string column, string kind)
    {
        Assert.Equal(kind, ReportColumnTable.Find(column)!.Kind.ToString());
        Assert.False(ReportColumnTable.Find(column)!.Has(ReportColumnTraits.KindIsGuess));
    }

    // A sum of them is the value of the whole: never for a quotient, and never for text.
    [Fact]
    public void Only_counts_and_amounts_add_up()
    {
        var adding = ReportColumnTable.All.Where(static c => c.Has(ReportColumnTraits.Adds)).ToList();

        Assert.All(adding, static c => Assert.True(c.IsStatistic, c.Name));
        Assert.All(adding, static c => Assert.Contains(c.Kind, (ReportValueKind[])[ReportValueKind.Integer, ReportValueKind.Decimal, ReportValueKind.Money]));
        Assert.DoesNotContain(adding, static c => c.Name.StartsWith("Average", StringComparison.Ordinal) || c.Name.Contains("Per", StringComparison.Ordinal) && !c.Name.EndsWith("Percent", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_says_what_the_reference_says()
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(Checkout.Shared("reference/report-columns.json")));
        var root = reference.RootElement;
        foreach (var report in root.GetProperty("reports").EnumerateArray())
        {
            var type = ReportTypes.Find(report.GetProperty("type").GetString()!)!;
            Assert.Equal(report.GetProperty("hasAggregation").GetBoolean(), type.HasAggregation);
            Assert.Equal(report.GetProperty("hasTime").GetBoolean(), type.HasTime);
            Assert.Equal(report.GetProperty("hasSortAndMaxRows").GetBoolean(), type.HasSort);
            Assert.Equal(Texts(report, "requiredColumns"), type.Required);
            Assert.All(Texts(report, "columns"), c => Assert.True(type.HasColumn(c), $"{type.Name}.{c}"));
            if (report.TryGetProperty("retention", out var kept))
                AssertKept(type, kept);
        }

        AssertRoles(Texts(root, "statisticColumns"), isStatistic: true);
        AssertRoles(Texts(root, "attributeColumns"), isStatistic: false);
        Assert.Equal(
            Texts(root, "noHourlyColumns").Order(StringComparer.Ordinal),
            ReportColumnTable.All.Where(static c => c.Has(ReportColumnTraits.NoHours)).Select(static c => c.Name).Order(StringComparer.Ordinal));
    }

    private static void AssertRoles(List<string> names, bool isStatistic) => Assert.All(
        names.Select(ReportColumnTable.Find).OfType<ReportColumnFacts>().Where(static c => !c.Has(ReportColumnTraits.RoleIsGuess)), c => Assert.Equal(isStatistic, c.IsStatistic));

    private static void AssertKept(ReportType type, JsonElement kept)
    {
        Assert.Equal(Window(kept, "daily"), type.Kept?.ToString());
        Assert.Equal(Window(kept, "hourly"), type.KeptHours?.ToString());
        if (type.HasAggregation && type.Aggregations.Count == 0)
            Assert.Equal(Window(kept, "hourly") is not null, type.HasHours);
    }

    private static string? Window(JsonElement kept, string grain) => kept.GetProperty(grain).GetString()! switch
    {
        "n/a" or "Not Applicable" => null,
        "1" => "1 month",
        var text when text.EndsWith("days", StringComparison.Ordinal) => text,
        var text => text + " months",
    };

    private static List<string> Texts(JsonElement e, string name) => [.. e.GetProperty(name).EnumerateArray().Select(static i => i.GetString()!)];
}
