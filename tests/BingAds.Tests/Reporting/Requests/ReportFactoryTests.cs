using System.Buffers;
using System.Reflection;
using System.Text;
using System.Xml;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportRequests;

public class ReportFactoryTests
{
    public static TheoryData<string> Names => Reports.Names;

    [Fact]
    public void Keyword_report_takes_all_that_it_knows()
    {
        var request = ReportRequest.KeywordPerformance(
            [8001, 8002],
            [KeywordPerformanceReportColumn.TimePeriod, KeywordPerformanceReportColumn.AccountId, KeywordPerformanceReportColumn.KeywordId, KeywordPerformanceReportColumn.Clicks],
            ReportTime.Days(new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 31), ReportTimeZone.AmsterdamBerlinBernRomeStockholmVienna),
            filter: new KeywordPerformanceReportFilter { DeviceType = DeviceTypeReportFilter.Computer },
            sort: [new KeywordPerformanceReportSort { SortColumn = KeywordPerformanceReportColumn.Clicks, SortOrder = SortOrder.Descending }],
            maxRows: 10,
            options: new ReportRequestOptions { Name = "August", TimeProvider = Reports.Clock });

        Assert.Equal("August", request.ReportName);
        Assert.Equal("2.0", request.FormatVersion);
        Assert.Equal(ReportFormat.Csv, request.Format);
        Assert.Equal(ReportAggregation.Daily, request.Aggregation);
        Assert.Equal([8001, 8002], request.Scope!.AccountIds!);
        Assert.Equal(new DateOnly(2026, 8, 31), request.Time!.CustomDateRangeEnd!.ToDateOnly());
        Assert.Equal(10, request.MaxRows);
        Assert.False(request.ExcludeReportHeader);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_factories_of_a_type_make_what_passes_the_rules(string name)
    {
        var expected = Reports.Minimal(name);
        foreach (var factory in Factories(name))
        {
            var made = Call(factory, expected, new ReportRequestOptions { TimeProvider = Reports.Clock });

            Assert.Equal(expected.GetType(), made.GetType());
            Assert.Equal(expected.ColumnNames!, made.ColumnNames!);
            Assert.Equal(expected.AggregationOrNull, made.AggregationOrNull);
            Assert.Equal([8001], ReportScopes.Of(made.ScopeOrNull)!.Accounts);
            Assert.Same(expected.TimeOrNull, made.TimeOrNull);
            Assert.Empty(Reports.Check(made));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Request_keeps_all_over_REST_and_SOAP(string name)
    {
        var made = Call(Factories(name)[0], Reports.Minimal(name), new ReportRequestOptions { Name = "Morning", Format = ReportFormat.Tsv, TimeProvider = Reports.Clock });
        var submit = new SubmitGenerateReportRequest { ReportRequest = made };

        var json = new ArrayBufferWriter<byte>();
        WireJson.Write(submit, json);
        var rest = new SubmitGenerateReportRequest();
        WireJson.ReadInto(rest, json.WrittenSpan);

        using var xml = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(xml, new UTF8Encoding(false), ownsStream: false))
            WireXml.Write(submit, writer);
        var soap = new SubmitGenerateReportRequest();
        using (var reader = WireXml.CreateReader(xml.ToArray()))
        {
            reader.MoveToContent();
            WireXml.ReadInto(soap, reader);
        }

        Assert.Equal(made.GetType(), rest.ReportRequest!.GetType());
        Assert.Equal(made.GetType(), soap.ReportRequest!.GetType());
        Assert.Equal(made.ToJson().ToJsonString(), rest.ReportRequest.ToJson().ToJsonString());
        Assert.Equal(made.ToJson().ToJsonString(), soap.ReportRequest.ToJson().ToJsonString());
        Assert.Empty(Reports.Check(rest.ReportRequest));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Factories_refuse_a_request_without_columns_unless_told_not_to_check(string name)
    {
        var request = Reports.Minimal(name);
        request["Columns"] = Reports.Json([]);
        foreach (var factory in Factories(name))
        {
            var thrown = Assert.Throws<TargetInvocationException>(() => Call(factory, request, new ReportRequestOptions { TimeProvider = Reports.Clock }));
            Assert.Contains(Assert.IsType<ReportRequestException>(thrown.InnerException).Findings, static f => f.Code == 2014);
            Assert.NotNull(Call(factory, request, new ReportRequestOptions { Check = false }));
        }
    }

    [Fact]
    public void Error_has_all_that_is_wrong_in_one_throw()
    {
        var error = Assert.Throws<ReportRequestException>(static () => ReportRequest.KeywordPerformance(
            (IEnumerable<long>)[], [KeywordPerformanceReportColumn.KeywordId, KeywordPerformanceReportColumn.KeywordId],
            ReportTime.Predefined(ReportTimePeriod.LastYear, ReportTimeZone.Tehran), ReportAggregation.Hourly,
            options: new ReportRequestOptions { Name = new string('n', 201), TimeProvider = Reports.Clock }));

        Assert.Equal([2006, 2015, 2016, 2017, 2028, 2007, null], error.Findings.OrderBy(static f => f.Member != "ReportName").Select(static f => f.Code).Order(new ByPlace()));
        Assert.Contains("ReportingServiceDuplicateColumns", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.Validation, error.Category);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public void Time_zone_must_be_chosen()
    {
        Assert.Throws<ArgumentException>(static () => ReportTime.Day(Reports.Today, default));
        Assert.Throws<ArgumentException>(static () => ReportTime.Predefined(ReportTimePeriod.Today, default));
        Assert.Throws<ArgumentException>(static () => ReportTime.Predefined(default, ReportTimeZone.Tehran));

        var time = new ReportTime { PredefinedTime = ReportTimePeriod.Yesterday };
        var error = Assert.Throws<ReportRequestException>(() => ReportRequest.AccountPerformance([8001], ["TimePeriod", "AccountId", "Clicks"], time));
        Assert.Equal("Time.ReportTimeZone", Assert.Single(error.Findings).Member);
    }

    [Fact]
    public void Aggregation_follows_from_the_columns_when_left_open()
    {
        Assert.Equal(ReportAggregation.Daily, Reports.Keywords().Aggregation);
        Assert.Equal(ReportAggregation.Summary, Reports.Keywords(null, null, "KeywordId", "Clicks").Aggregation);
        Assert.Equal(ReportAggregation.Hourly, Reports.Keywords(null, ReportAggregation.Hourly).Aggregation);
    }

    [Fact]
    public void Report_of_the_present_has_no_member_that_it_does_not_know()
    {
        var request = ReportRequest.NegativeKeywordConflict([8001], ["AccountName", "Keyword", "NegativeKeyword"]);

        Assert.Null(request.ReturnOnlyCompleteData);
    }

    private static List<MethodInfo> Factories(string name)
    {
        var factories = typeof(ReportRequest).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => m.Name == name).ToList();
        Assert.Equal(2, factories.Count);
        return factories;
    }

    private static ReportRequest Call(MethodInfo factory, ReportRequest like, ReportRequestOptions options) => (ReportRequest)factory.Invoke(null, [.. factory.GetParameters().Select(p => p.Name switch
    {
        "accounts" => (long[])[8001],
        "scope" => like.ScopeOrNull,
        "columns" => like["Columns"],
        "time" => like.TimeOrNull,
        "options" => options,
        _ => null,
    })])!;

    // In the order in which the members stand in the request's parts.
    private sealed class ByPlace : IComparer<int?>
    {
        private static readonly int?[] s_order = [2006, 2015, 2016, 2017, 2028, 2007, null];

        public int Compare(int? x, int? y) => Array.IndexOf(s_order, x).CompareTo(Array.IndexOf(s_order, y));
    }
}
