using BingAds.Emulator.Store;
using BingAds.Errors;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>What a submission and a poll are refused for, with the service's codes in the fault of its type, over both transports.</summary>
public class ReportCodeTests
{
    private const string Daily = """ "Columns": ["TimePeriod", "AccountId", "Clicks"] """;

    public static TheoryData<string, int> Refused => new()
    {
        { """{"ReportName": "LONG"}""", 2006 },
        { """{"ReportName": "a <SCRIPT> b"}""", 2032 },
        { """{"Columns": null}""", 2014 },
        { """{"Columns": []}""", 2014 },
        { """{"Columns": ["AccountId", "Clicks"]}""", 2015 },
        { """{"Columns": ["TimePeriod", "AccountId", "Clicks", "Clicks"]}""", 2016 },
        { """{"Columns": ["TimePeriod", "AccountId"]}""", 2017 },
        { """{"Columns": ["TimePeriod", "AccountId", "ImpressionSharePercent"]}""", 2017 },
        { """{"Aggregation": "Summary", "Columns": ["TimePeriod", "AccountId", "Clicks"]}""", 2034 },
        { """{"Columns": ["TimePeriod", "DeviceOS", "Clicks", "ImpressionSharePercent"]}""", 201 },
        { """{"Columns": ["TimePeriod", "AccountId", "Clicks", "Brightness"]}""", 201 },
        { """{"Aggregation": "Fortnightly"}""", 201 },
        { """{"Format": "Pdf"}""", 201 },
        { """{"FormatVersion": "3.0"}""", 201 },
        { """{"Time": {"PredefinedTime": "Tomorrow"}}""", 201 },
        { """{"Time": {"PredefinedTime": "Yesterday", "ReportTimeZone": "Atlantis"}}""", 201 },
        { """{"Scope": null}""", 2026 },
        { """{"Scope": {"AccountIds": []}}""", 2026 },
        { """{"Scope": {"AccountIds": [0]}}""", 2035 },
        { """{"Scope": {"AccountIds": [77]}}""", 2035 },
        { """{"Scope": {"AccountIds": [FOREIGN]}}""", 2003 },
        { """{"Time": null}""", 2008 },
        { """{"Time": {"ReportTimeZone": "Arizona"}}""", 2008 },
        { """{"Time": {"PredefinedTime": "Yesterday", "CustomDateRangeStart": {"Year": 2027, "Month": 2, "Day": 1}, "CustomDateRangeEnd": {"Year": 2027, "Month": 2, "Day": 2}}}""", 2008 },
        { """{"Time": {"CustomDateRangeStart": {"Year": 2027, "Month": 2, "Day": 31}, "CustomDateRangeEnd": {"Year": 2027, "Month": 2, "Day": 2}}}""", 2009 },
        { """{"Time": {"CustomDateRangeStart": {"Year": 2027, "Month": 2, "Day": 1}, "CustomDateRangeEnd": {"Year": 2027, "Month": 2, "Day": 30}}}""", 2010 },
        { """{"Time": {"CustomDateRangeStart": {"Year": 2027, "Month": 2, "Day": 1}, "CustomDateRangeEnd": {"Year": 2027, "Month": 3, "Day": 2}}}""", 2010 },
        { """{"Time": {"CustomDateRangeStart": {"Year": 2027, "Month": 2, "Day": 5}, "CustomDateRangeEnd": {"Year": 2027, "Month": 2, "Day": 4}}}""", 2011 },
        { """{"Time": {"CustomDateRangeStart": {"Year": 2027, "Month": 3, "Day": 2}, "CustomDateRangeEnd": {"Year": 2027, "Month": 3, "Day": 3}}}""", 2041 },
        { """{"Aggregation": "Hourly", "Time": {"PredefinedTime": "LastMonth"}}""", 2007 },
        { """{"Aggregation": "HourOfDay"}""", 2007 },
        { """{"ReturnOnlyCompleteData": true, "Time": {"PredefinedTime": "Today"}}""", 2005 },
        { """{"ReturnOnlyCompleteData": true, "Time": {"PredefinedTime": "Yesterday"}}""", 2004 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_request_is_refused_with_its_code(string changes, int code)
    {
        var json = changes.Replace("LONG", new string('n', 201), StringComparison.Ordinal).Replace("FOREIGN", $"{DemoCredentials.ForeignAccountId}", StringComparison.Ordinal);
        foreach (var transport in new[] { ApiTransport.Rest, ApiTransport.Soap })
        {
            await using var session = await ReportSession.StartAsync(transport: transport);
            var error = await Assert.ThrowsAnyAsync<ApiException>(() => session.SubmitAsync(ReportSession.Minimal("AccountPerformance", json)));
            Assert.Equal(code, Assert.Single(error.Errors).Code);
            Assert.NotNull(error.Errors[0].Name);
            Assert.Equal(0, await session.Emulator.State.Store.RunAsync(static s => s.Query("SELECT COUNT(*) FROM job", static r => r.GetInt32(0))[0]));
        }
    }

    [Theory]
    [InlineData("CampaignPerformance", """{"Scope": {"Campaigns": [null]}}""", 2024)]
    [InlineData("CampaignPerformance", """{"Scope": {"Campaigns": [{"CampaignId": 5}]}}""", 2018)]
    [InlineData("CampaignPerformance", """{"Scope": {"Campaigns": [{"AccountId": ACCOUNT}]}}""", 2019)]
    [InlineData("CampaignPerformance", """{"Scope": {"Campaigns": [{"AccountId": ACCOUNT, "CampaignId": 5}]}}""", 2019)]
    [InlineData("CampaignPerformance", """{"Scope": null}""", 2027)]
    [InlineData("AdGroupPerformance", """{"Scope": null}""", 2028)]
    [InlineData("AdGroupPerformance", """{"Scope": {"AdGroups": [null]}}""", 2025)]
    [InlineData("AdGroupPerformance", """{"Scope": {"AdGroups": [{"AccountId": ACCOUNT, "CampaignId": 5, "AdGroupId": 6}]}}""", 2022)]
    [InlineData("AssetGroupPerformance", """{"Scope": {"AssetGroups": [{"AccountId": ACCOUNT, "CampaignId": 5, "AssetGroupId": 6}]}}""", 2060)]
    [InlineData("AssetGroupPerformance", """{"Scope": {}}""", 2060)]
    [InlineData("KeywordPerformance", """{"Sort": [{"SortColumn": "Spend", "SortOrder": "Ascending"}], "Columns": ["TimePeriod", "Keyword", "Clicks"]}""", 2061)]
    [InlineData("KeywordPerformance", """{"MaxRows": -1}""", 201)]
    [InlineData("KeywordPerformance", """{"Filter": {"Keywords": [""]}}""", 2033)]
    [InlineData("SearchCampaignChangeHistory", """{"Time": {"PredefinedTime": "LastSixMonths"}}""", 2008)]
    [InlineData("ShareOfVoice", """{"Aggregation": "Hourly", "Time": {"PredefinedTime": "Yesterday"}}""", 2059)]
    public async Task Reports_have_codes_of_their_own(string type, string changes, int code)
    {
        await using var session = await ReportSession.StartAsync();
        var json = changes.Replace("ACCOUNT", $"{DemoCredentials.AccountId}", StringComparison.Ordinal);
        Assert.Equal([code], await session.RefusalAsync(ReportSession.Minimal(type, json)));
    }

    [Fact]
    public async Task Everything_that_is_wrong_comes_in_one_fault_with_details()
    {
        await using var session = await ReportSession.StartAsync(transport: ApiTransport.Soap);
        var error = await Assert.ThrowsAnyAsync<ApiException>(() => session.SubmitAsync(ReportSession.Minimal(
            "AccountPerformance", """{"ReportName": "<script>", "Columns": ["TimePeriod", "AccountId", "Clicks", "Clicks"], "Scope": {"AccountIds": [-1]}, "Aggregation": "Yearly", "Time": {"PredefinedTime": "Today"}}""")));
        Assert.Equal([2032, 2016, 2035, 2007], error.Errors.Select(static e => e.Code));
        Assert.Contains("Clicks", error.Errors[1].Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_report_and_a_report_of_no_type_are_refused()
    {
        foreach (var transport in new[] { ApiTransport.Rest, ApiTransport.Soap })
        {
            await using var session = await ReportSession.StartAsync(transport: transport);
            Assert.Equal([2001], await session.RefusalAsync(null));
            Assert.Equal([2002], await session.RefusalAsync(new ReportRequest()));
            Assert.Equal([2002], await session.RefusalAsync(ReportSession.Minimal("SearchTermLandingPage"))); // The release has no class for it.
        }
    }

    [Fact]
    public async Task An_account_beyond_the_users_own_is_refused_among_others_too()
    {
        await using var session = await ReportSession.StartAsync();
        Assert.Equal([2003], await session.RefusalAsync(ReportSession.Minimal(
            "AccountPerformance", $$"""{{{Daily}}, "Scope": {"AccountIds": [{{DemoCredentials.AccountId}}, {{DemoCredentials.ForeignAccountId}}] } }""")));
    }

    [Fact]
    public async Task A_viewer_may_have_reports()
    {
        await using var session = await ReportSession.StartAsync();
        using var viewer = await session.OtherUserAsync(Role.Viewer);
        Assert.NotNull((await viewer.SubmitGenerateReportAsync(new() { ReportRequest = ReportSession.Minimal("AccountPerformance") })).ReportRequestId);
    }

    [Fact]
    public async Task Today_is_the_day_in_the_zone_of_the_report()
    {
        // Ten in Greenwich is two at night in California and eleven at night in Auckland.
        await using var session = await ReportSession.StartAsync();
        session.Emulator.Clock.Advance(TimeSpan.FromHours(3));
        foreach (var (zone, isRefused) in new[] { ("AucklandWellington", false), ("PacificTimeUSCanadaTijuana", true) })
        {
            var request = ReportSession.Minimal("AccountPerformance", $$"""
                {"Time": {"ReportTimeZone": "{{zone}}", "CustomDateRangeStart": {"Year": 2027, "Month": 3, "Day": 2}, "CustomDateRangeEnd": {"Year": 2027, "Month": 3, "Day": 2} } }
                """);
            if (isRefused)
                Assert.Equal([2041], await session.RefusalAsync(request));
            else
                await session.SubmitAsync(request);
        }
    }

    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task Complete_data_is_given_once_the_day_is_over_and_known(ApiTransport transport)
    {
        await using var session = await ReportSession.StartAsync(transport: transport);
        var request = ReportSession.Minimal("AccountPerformance", """{"ReturnOnlyCompleteData": true, "Time": {"PredefinedTime": "Yesterday"}}""");
        Assert.Equal([2004], await session.RefusalAsync(request));
        session.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Potential Incomplete Data: false", await session.TextAsync(request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2100)]
    [InlineData(null, 2100)]
    [InlineData("12345678901234567890123456789012345678901", 2100)]
    [InlineData("30000000000000001", 2101)]
    public async Task An_unknown_report_is_not_found(string? id, int code)
    {
        foreach (var transport in new[] { ApiTransport.Rest, ApiTransport.Soap })
        {
            await using var session = await ReportSession.StartAsync(transport: transport);
            Assert.Equal([code], await Api.ApiSession.RefusalAsync(async () => await session.PollAsync(id)));
        }
    }

    [Fact]
    public async Task Only_its_user_may_ask_for_a_report()
    {
        await using var session = await ReportSession.StartAsync();
        using var other = await session.OtherUserAsync(Role.SuperAdmin);
        var id = await session.SubmitAsync(ReportSession.Minimal("AccountPerformance"));
        Assert.Equal([2101], await Api.ApiSession.RefusalAsync(async () => await other.PollGenerateReportAsync(new() { ReportRequestId = id })));
        Assert.Equal(ReportRequestStatusType.Success, (await session.FinalAsync(id)).Status);
    }
}
