using System.Buffers;
using System.Text.Json;
using BingAds.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Contract;

/// <summary>What reading and writing may allocate. Speed is measured in <c>bench/</c>; allocation is the same on any machine.</summary>
public class AllocationTests
{
    [Fact]
    public void WireJson_allocates_nothing_when_it_writes_into_a_buffer_that_is_large_enough()
    {
        var request = Request(100);
        var output = new ArrayBufferWriter<byte>(1 << 20);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });

        var allocated = Measure(() =>
        {
            output.ResetWrittenCount();
            json.Reset();
            WireJson.Write(request, json);
        });

        Assert.True(output.WrittenCount > 10_000);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void WireJson_allocates_little_more_than_the_objects_and_their_own_texts_when_it_reads()
    {
        var body = Body(Request(100));

        var allocated = Measure(() => WireJson.Read<AddCampaignsRequest>(body));

        // Such a campaign is 8 objects, 4 lists and one text of its own: about 950 bytes, where one string for each text would make it 1,500.
        Assert.InRange(allocated / 100, 500, 1200);
    }

    [Fact]
    public void WireJson_makes_lists_of_the_size_that_they_need_when_they_are_short()
    {
        var campaign = WireJson.Read<Campaign>("""{"Languages":["English","French"],"Settings":[],"GoalIds":["1","2","3","4","5","6","7","8"]}"""u8);

        Assert.Equal(2, campaign.Languages!.Capacity);
        Assert.Equal(0, campaign.Settings!.Capacity);
        Assert.Equal(8, campaign.GoalIds!.Capacity);
    }

    [Fact]
    public void WireJson_gives_one_string_for_a_text_that_comes_again()
    {
        var request = WireJson.Read<AddCampaignsRequest>("""{"Campaigns":[{"Name":"1 \u0026 2","TimeZone":"Paris"},{"Name":"1 \u0026 2","TimeZone":"Paris"}]}"""u8);

        Assert.Same(request.Campaigns![0].TimeZone, request.Campaigns[1].TimeZone);
        Assert.Same(request.Campaigns[0].Name, request.Campaigns[1].Name);
    }

    private static long Measure(Action work)
    {
        // The first times make tables, pooled arrays and faster code.
        for (var i = 0; i < 5; i++)
            work();
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static byte[] Body(ApiObject value)
    {
        var output = new ArrayBufferWriter<byte>();
        WireJson.Write(value, output);
        return output.WrittenSpan.ToArray();
    }

    private static AddCampaignsRequest Request(int count) => new()
    {
        AccountId = 1,
        Campaigns = [.. Enumerable.Range(0, count).Select(static i => new Campaign
        {
            Id = i,
            Name = $"Campaign {i} – Winter Sale",
            DailyBudget = 12.5 + i,
            BudgetType = BudgetLimitType.DailyBudgetStandard,
            BiddingScheme = new MaxConversionsBiddingScheme { MaxCpc = new Bid { Amount = 1.25 } },
            Languages = ["English", "French"],
            StartDate = new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc),
            Settings = [new TargetSetting { Details = [new() { CriterionTypeGroup = CriterionTypeGroup.Audience, TargetAndBid = true }] }],
            UrlCustomParameters = new() { Parameters = [new() { Key = "season", Value = "winter" }] },
        })],
    };
}
