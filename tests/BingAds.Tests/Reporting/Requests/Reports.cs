using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Reporting;
using BingAds.V13.Reporting;
using Microsoft.Extensions.Time.Testing;

namespace BingAds.Tests.ReportRequests;

/// <summary>The least that can be asked for, of each type.</summary>
internal static class Reports
{
    /// <summary>Noon of a Wednesday in Greenwich: the day has begun everywhere from Hawaii to New Zealand.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 11, 25);

    public static TimeProvider Clock => new FakeTimeProvider(Now);

    public static TheoryData<string> Names => [.. ReportTypes.All.Where(static t => t.IsInContract).Select(static t => t.Name)];

    /// <summary>Those that have the column TimePeriod, and so something to aggregate.</summary>
    public static TheoryData<string> Aggregated => [.. ReportTypes.All.Where(static t => t is { IsInContract: true, HasAggregation: true } && t.HasColumn("TimePeriod")).Select(static t => t.Name)];

    public static ReportType Type(string name) => ReportTypes.Find(name)!;

    public static ReportRequest Minimal(string name, string? aggregation = null)
    {
        var type = Type(name);
        aggregation ??= type.HasAggregation ? type.HasColumn("TimePeriod") ? "Daily" : "Summary" : null;
        var request = (ReportRequest)ApiCatalog.Create(ServiceName.Reporting, type.RequestName)!;
        request["Columns"] = Json(Columns(type, aggregation));
        request["Scope"] = new JsonObject { ["AccountIds"] = new JsonArray(8001) };
        if (aggregation is not null)
            request["Aggregation"] = aggregation;
        if (type.HasTime)
            request["Time"] = ReportTime.Days(Today.AddDays(-3), Today.AddDays(-1), ReportTimeZone.PacificTimeUSCanadaTijuana);
        return request;
    }

    public static List<string> Columns(ReportType type, string? aggregation)
    {
        var columns = type.Required.Where(c => c != "TimePeriod").ToList();
        if (aggregation is not (null or "Summary") && type.HasColumn("TimePeriod"))
            columns.Insert(0, "TimePeriod");
        if (!columns.Any(c => c != "TimePeriod" && !type.FindColumn(c)!.IsStatistic))
            columns.Add(type.HasColumn("AccountId") ? "AccountId" : type.Columns.First(static c => !c.IsStatistic && c.Name != "TimePeriod").Name);
        var statistics = type.Columns.Where(static c => c is { IsStatistic: true, MayBeOrdinaryStatistic: true }).OrderBy(static c => c.Has(ReportColumnTraits.RoleIsGuess)).ToList();
        if (statistics.Count > 0 && !columns.Any(c => statistics.Contains(type.FindColumn(c)!)))
            columns.Add(statistics[0].Name);
        return columns;
    }

    public static JsonArray Json(IEnumerable<string> texts) => [.. texts.Select(static t => (JsonNode)t)];

    public static IReadOnlyList<ReportRequestFinding> Check(ReportRequest request) => ReportRequestRules.Check(request, Clock);

    /// <summary>The one thing that is wrong.</summary>
    public static ReportRequestFinding AssertOne(ReportRequest request, int? code, ReportRequestFindingKind kind = ReportRequestFindingKind.Refused)
    {
        var finding = Assert.Single(Check(request));
        Assert.Equal(code, finding.Code);
        Assert.Equal(kind, finding.Kind);
        Assert.NotEmpty(finding.Member);
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.Advice, StringComparison.Ordinal);
        if (code is not null)
            Assert.False(string.IsNullOrEmpty(finding.Name));
        return finding;
    }

    public static KeywordPerformanceReportRequest Keywords(ReportTime? time = null, ReportAggregation? aggregation = null, params KeywordPerformanceReportColumn[] columns) =>
        ReportRequest.KeywordPerformance(
            [8001], columns.Length > 0 ? columns : [KeywordPerformanceReportColumn.TimePeriod, KeywordPerformanceReportColumn.KeywordId, KeywordPerformanceReportColumn.Clicks],
            time ?? ReportTime.Days(Today.AddDays(-3), Today.AddDays(-1), ReportTimeZone.PacificTimeUSCanadaTijuana), aggregation, options: new ReportRequestOptions { Check = false });
}
