using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Conversions;

public sealed class OfflineConversionTestsOverRest() : OfflineConversionTests(ApiTransport.Rest);

public sealed class OfflineConversionTestsOverSoap() : OfflineConversionTests(ApiTransport.Soap);

public abstract class OfflineConversionTests(ApiTransport transport)
{
    private const string Goal = """{"Type": "OfflineConversion", "Name": "Phone sale"}""";
    private const string Conversion = """{"ConversionName": "Phone sale", "ConversionTime": "2027-02-28T10:15:00Z", "ConversionValue": 129.5, "ConversionCurrencyCode": "USD", "MicrosoftClickId": "f894f652ea334e739002f7167ab8f8e1"}""";
    private const string Adjustment = """{"ConversionName": "Phone sale", "ConversionTime": "2027-02-28T10:15:00Z", "MicrosoftClickId": "f894f652ea334e739002f7167ab8f8e1", "AdjustmentType": "Restate", "AdjustmentTime": "2027-03-01T09:00:00Z", "AdjustmentValue": 99, "AdjustmentCurrencyCode": "USD"}""";
    private const string Online = """{"ConversionName": "Thanks", "TransactionId": "T-1", "AdjustmentType": "Retract", "AdjustmentTime": "2027-03-01T09:00:00Z"}""";

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.ApplyOfflineConversions", "CampaignManagement.ApplyOfflineConversionAdjustments", "CampaignManagement.GetOfflineConversionReports",
        "CampaignManagement.GetOfflineConversionReportByGoalIds", Unchecked = "conversions are told as figures of a day only")]
    public async Task Uploads_are_counted_by_day_and_goal_with_reasons()
    {
        await using var world = await GoalWorld.StartAsync(transport);
        var goal = await world.AddAsync(Goal);
        var errors = await ApplyAsync(world, Make("{}"), Make("""{"ConversionName": "None"}"""), Make("{}"));
        Assert.Equal([1], errors.Select(static e => e.Index));
        Assert.Empty(await AdjustAsync(world, Adjust("{}")));
        Assert.Empty(await AdjustAsync(world, Adjust("""{"AdjustmentType": "Retract", "AdjustmentValue": null, "AdjustmentCurrencyCode": null}""")));
        Assert.Empty(await AdjustAsync(world, Adjust("{}"), Adjust("""{"MicrosoftClickId": "elsewhere"}""")));

        var day = Assert.Single((await ReportAsync(world, -1, 0)).DailySummaries)!;
        Assert.Equal((6, 1), (day.SuccessCount, day.FailureCount));
        Assert.Empty((await ReportAsync(world, -5, -1)).DailySummaries);
        var sum = (await ByGoalAsync(world, goal, null)).OfflineGoalConversionSummaries[0]!;
        Assert.Equal(("Phone sale", 3L, 3L, 0.5m), (sum.ConversionName, sum.OverallSuccessCount, sum.OverallUnattributedCount, sum.OverallSuccessRate));
        Assert.Equal(["AdjustmentOriginalNotFound", "ConversionAlreadyRetracted", "DuplicateConversionKey"], sum.OverallAlerts!.Select(static a => $"{a.UnattributedReason}").Order(StringComparer.Ordinal));
        Assert.Equal(ApiSession.Now.Date, Assert.Single(sum.DailySummaries!).UploadDate);
        Assert.Equal(0, (await ByGoalAsync(world, goal, OfflineConversionUploadChannel.BulkAPI)).OfflineGoalConversionSummaries[0]!.OverallSuccessCount);

        world.Session.Emulator.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await ApplyAsync(world, Make("""{"MicrosoftClickId": "second"}""")));
        var days = await ReportAsync(world, -1, 2);
        Assert.Equal([6, 1], days.DailySummaries.Select(static d => d!.SuccessCount));
    }

    [Theory]
    [InlineData(5603, """{"MicrosoftClickId": null}""")]
    [InlineData(5604, """{"MicrosoftClickId": "a click"}""")]
    [InlineData(5605, """{"ConversionName": null}""")]
    [InlineData(5606, """{"ConversionName": "Nobody's"}""")]
    [InlineData(5615, """{"ConversionName": "Thanks"}""")]
    [InlineData(5614, """{"ConversionTime": "2027-03-01T10:00:01Z"}""")]
    [InlineData(5609, """{"ConversionTime": "2026-11-01T10:00:00Z"}""")]
    [InlineData(5610, """{"ConversionValue": -1}""")]
    [InlineData(5611, """{"ConversionCurrencyCode": "XXX"}""")]
    [InlineData(4405, """{"ExternalAttributionCredit": 1.5}""")]
    [InlineData(8004, """{"HashedEmailAddress": "ada@example.test"}""")]
    public async Task A_conversion_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var world = await WorldAsync();
        var errors = await ApplyAsync(world, Make(changes));
        Assert.Equal([code], errors.Select(static e => e.Code));
    }

    [Theory]
    [InlineData(5618, """{"AdjustmentType": "Undo"}""")]
    [InlineData(5620, """{"AdjustmentTime": "2027-02-28T10:00:00Z"}""")]
    [InlineData(5622, """{"AdjustmentTime": "2027-03-02T10:00:00Z"}""")]
    [InlineData(5624, """{"AdjustmentType": "Retract"}""")]
    [InlineData(5625, """{"AdjustmentValue": null}""")]
    [InlineData(5626, """{"AdjustmentCurrencyCode": null}""")]
    [InlineData(5606, """{"ConversionName": "Nobody's"}""")]
    public async Task An_adjustment_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var world = await WorldAsync();
        await ApiSession.ExpectAsync(AdjustAsync(world, Adjust(changes)), code);
    }

    [Theory]
    [Shows(Coverage.Computed, "CampaignManagement.ApplyOnlineConversionAdjustments", Unchecked = "there are no conversions of tags that could be adjusted")]
    [InlineData(0, "{}")]
    [InlineData(4406, """{"TransactionId": null}""")]
    [InlineData(5606, """{"ConversionName": "Nobody's"}""")]
    [InlineData(5618, """{"AdjustmentType": "Undo"}""")]
    [InlineData(5624, """{"AdjustmentValue": 5}""")]
    public async Task An_online_adjustment_is_looked_at(int code, string changes)
    {
        await using var world = await WorldAsync();
        var response = await world.Session.Campaigns.ApplyOnlineConversionAdjustmentsAsync(new() { OnlineConversionAdjustments = [ApiSession.Make<OnlineConversionAdjustment>(Online, changes)] });
        Assert.Equal(code, ApiSession.Codes(response.PartialErrors).SingleOrDefault());
    }

    [Fact]
    public async Task Lists_and_days_have_their_bounds()
    {
        await using var world = await WorldAsync();
        Assert.Equal([5600], await ApiSession.RefusalAsync(async () => await ApplyAsync(world)));
        Assert.Equal([5601], await ApiSession.RefusalAsync(async () => await ApplyAsync(world, [.. Enumerable.Repeat(Make("{}"), 1001)])));
        Assert.Equal([201], await ApiSession.RefusalAsync(async () => await ReportAsync(world, 0, -1)));
        var unknown = await ByGoalAsync(world, 4, null);
        Assert.Equal([5314], ApiSession.Codes(unknown.PartialErrors));
    }

    private async Task<GoalWorld> WorldAsync()
    {
        var world = await GoalWorld.StartAsync(transport);
        await world.AddAsync(Goal);
        await world.AddAsync("""{"Type": "Url", "Name": "Thanks", "UrlExpression": "thanks", "TagId": "$tag"}""");
        return world;
    }

    private static OfflineConversion Make(string changes) => ApiSession.Make<OfflineConversion>(Conversion, changes);

    private static OfflineConversionAdjustment Adjust(string changes) => ApiSession.Make<OfflineConversionAdjustment>(Adjustment, changes);

    private static async Task<(int Index, int Code)[]> ApplyAsync(GoalWorld world, params OfflineConversion[] items)
    {
        var response = await world.Session.Campaigns.ApplyOfflineConversionsAsync(new() { OfflineConversions = [.. items] });
        return [.. response.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value))];
    }

    private static async Task<int[]> AdjustAsync(GoalWorld world, params OfflineConversionAdjustment[] items)
        => ApiSession.Codes((await world.Session.Campaigns.ApplyOfflineConversionAdjustmentsAsync(new() { OfflineConversionAdjustments = [.. items] })).PartialErrors);

    private static async Task<GetOfflineConversionReportsResponse> ReportAsync(GoalWorld world, int from, int to)
        => await world.Session.Campaigns.GetOfflineConversionReportsAsync(new() { StartDateUtc = ApiSession.Now.UtcDateTime.Date.AddDays(from), EndDateUtc = ApiSession.Now.UtcDateTime.Date.AddDays(to) });

    private static async Task<GetOfflineConversionReportByGoalIdsResponse> ByGoalAsync(GoalWorld world, long goal, OfflineConversionUploadChannel? channel)
        => await world.Session.Campaigns.GetOfflineConversionReportByGoalIdsAsync(new()
        {
            StartDateUtc = ApiSession.Now.UtcDateTime.Date.AddDays(-1), EndDateUtc = ApiSession.Now.UtcDateTime, GoalIds = [goal], UploadChannelFilter = channel,
        });
}
