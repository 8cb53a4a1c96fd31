using System.Buffers;
using System.Text;
using System.Xml;
using BingAds.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Contract;

public class WireTests
{
    [Fact]
    public void Campaign_is_the_same_after_both_formats()
    {
        var campaign = new AddCampaignsRequest
        {
            AccountId = 12,
            Campaigns = [new() { Name = "A & B", DailyBudget = 1.5, BudgetType = BudgetLimitType.DailyBudgetStandard, CampaignType = CampaignType.Search | CampaignType.Shopping,
                BiddingScheme = new TargetCpaBiddingScheme { TargetCpa = 3 }, Languages = ["English"], StartDate = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc) }],
        };
        var buffer = new ArrayBufferWriter<byte>();
        WireJson.Write(campaign, buffer);
        var json = Encoding.UTF8.GetString(buffer.WrittenSpan);
        var again = WireJson.Read<AddCampaignsRequest>(buffer.WrittenSpan);
        var stream = new MemoryStream();
        using (var xml = XmlDictionaryWriter.CreateTextWriter(stream, Encoding.UTF8, ownsStream: false))
            WireXml.Write(again, xml);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        var third = new AddCampaignsRequest();
        using (var reader = WireXml.CreateReader(stream.ToArray()))
        {
            reader.MoveToContent();
            WireXml.ReadInto(third, reader);
        }

        Assert.Equal(json, third.ToJson().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        TestContext.Current.TestOutputHelper!.WriteLine(json + "\n" + text);
    }
}
