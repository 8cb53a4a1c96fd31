using System.Text.Json.Nodes;
using System.Xml.Linq;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>A server that is newer, older or less tidy than this version never costs a response.</summary>
public class NewerServerTests
{
    private static readonly XNamespace s_ns = "https://bingads.microsoft.com/CampaignManagement/v13";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static GetCampaignsByAccountIdResponse Two => new()
    {
        Campaigns =
        [
            new() { Id = 1, Name = "One", Status = CampaignStatus.Active, BiddingScheme = new MaxClicksBiddingScheme { MaxCpc = new() { Amount = 2 } } },
            new() { Id = 2, Name = "Two", Settings = [new TargetSetting { Details = [new() { TargetAndBid = true }] }] },
        ],
    };

    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    [Theory, MemberData(nameof(Transports))]
    public async Task Response_keeps_members_that_are_new_at_any_depth(ApiTransport transport)
    {
        var response = await ReadAsync(
            transport,
            json =>
            {
                json["FutureTop"] = "kept";
                Campaign(json)["FutureMember"] = new JsonObject { ["Deep"] = 1 };
                Campaign(json)["BiddingScheme"]!["FutureCap"] = 7;
            },
            xml =>
            {
                xml.Add(new XElement(s_ns + "FutureTop", "kept"));
                Campaign(xml).Add(new XElement(s_ns + "FutureMember", new XElement(s_ns + "Deep", 1)));
                Campaign(xml).Element(s_ns + "BiddingScheme")!.Add(new XElement(s_ns + "FutureCap", 7));
            });

        Assert.Equal(["One", "Two"], response.Campaigns.Select(static c => c!.Name));
        Assert.Contains("kept", response.Unknown["FutureTop"], StringComparison.Ordinal);
        Assert.Contains("Deep", response.Campaigns[0]!.Unknown["FutureMember"], StringComparison.Ordinal);
        Assert.Contains("7", response.Campaigns[0]!.BiddingScheme!.Unknown["FutureCap"], StringComparison.Ordinal);
        Assert.Equal(2, Assert.IsType<MaxClicksBiddingScheme>(response.Campaigns[0]!.BiddingScheme).MaxCpc!.Amount);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Response_keeps_an_enum_value_that_is_new(ApiTransport transport)
    {
        var response = await ReadAsync(
            transport, static json => Campaign(json)["Status"] = "Dreaming", static xml => Campaign(xml).Element(s_ns + "Status")!.Value = "Dreaming");

        var status = response.Campaigns[0]!.Status!.Value;
        Assert.Equal(CampaignStatus.KnownValue.Unrecognized, status.Known);
        Assert.Equal("Dreaming", status.ToString());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Response_keeps_an_object_of_a_subtype_that_is_new(ApiTransport transport)
    {
        var response = await ReadAsync(
            transport,
            static json => Campaign(json)["BiddingScheme"] = new JsonObject { ["Type"] = "Telepathic", ["Strength"] = 9 },
            static xml => Campaign(xml).Element(s_ns + "BiddingScheme")!.ReplaceWith(new XElement(
                s_ns + "BiddingScheme",
                new XAttribute(XNamespace.Xmlns + "q", s_ns.NamespaceName), new XAttribute(Replies.Instance + "type", "q:TelepathicBiddingScheme"), new XElement(s_ns + "Strength", 9))));

        var scheme = response.Campaigns[0]!.BiddingScheme!;
        Assert.StartsWith("Telepathic", scheme.Unknown.TypeName, StringComparison.Ordinal);
        Assert.Contains("9", scheme.Unknown["Strength"], StringComparison.Ordinal);
        Assert.Equal("Two", response.Campaigns[1]!.Name);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Response_is_read_when_a_subtype_is_not_named(ApiTransport transport)
    {
        var response = await ReadAsync(
            transport,
            static json => ((JsonObject)Campaign(json)["BiddingScheme"]!).Remove("Type"),
            static xml => Campaign(xml).Element(s_ns + "BiddingScheme")!.Attribute(Replies.Instance + "type")!.Remove());

        Assert.NotNull(response.Campaigns[0]!.BiddingScheme);
        Assert.NotNull(response.Campaigns[0]!.BiddingScheme!.Unknown["MaxCpc"]);
        Assert.Equal("Two", response.Campaigns[1]!.Name);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Response_is_read_when_members_are_missing(ApiTransport transport)
    {
        var response = await ReadAsync(
            transport,
            static json => json["Campaigns"] = new JsonArray(new JsonObject { ["Name"] = "Bare" }),
            static xml => xml.Element(s_ns + "Campaigns")!.ReplaceNodes(new XElement(s_ns + "Campaign", new XElement(s_ns + "Name", "Bare"))));

        var campaign = Assert.Single(response.Campaigns)!;
        Assert.Equal("Bare", campaign.Name);
        Assert.Null(campaign.Id);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Response_is_read_in_any_order_of_members(ApiTransport transport)
    {
        var response = await ReadAsync(
            transport,
            static json =>
            {
                // The discriminator last of all.
                var campaign = Campaign(json);
                json["Campaigns"]![0] = new JsonObject(campaign.Reverse().Select(static p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
                var scheme = (JsonObject)Campaign(json)["BiddingScheme"]!;
                Campaign(json)["BiddingScheme"] = new JsonObject(scheme.Reverse().Select(static p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
            },
            static xml => Campaign(xml).ReplaceNodes(Campaign(xml).Elements().Reverse().ToArray()));

        var campaign = response.Campaigns[0]!;
        Assert.Equal((1L, "One", CampaignStatus.Active), (campaign.Id, campaign.Name, campaign.Status));
        Assert.Equal(2, Assert.IsType<MaxClicksBiddingScheme>(campaign.BiddingScheme).MaxCpc!.Amount);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task What_is_new_is_sent_back_in_an_update(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(
            Replies.Ok(
                transport, Two,
                static json => { Campaign(json)["FutureMember"] = "kept"; Campaign(json)["Status"] = "Dreaming"; },
                static xml => { Campaign(xml).Add(new XElement(s_ns + "FutureMember", "kept")); Campaign(xml).Element(s_ns + "Status")!.Value = "Dreaming"; }),
            f.Ok(new UpdateCampaignsResponse()));

        var read = await f.ReadAsync();
        await f.Campaigns.UpdateCampaignsAsync(new() { Campaigns = [read.Campaigns[0]!] }, cancellationToken: Ct);

        var update = f.Stub.Requests.Last();
        Assert.Equal(["kept"], update.Items("Campaigns", "FutureMember"));
        Assert.Equal(["Dreaming"], update.Items("Campaigns", "Status"));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Subclass_inside_an_object_of_the_base_class_is_read_and_written(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Ok(new AddAdGroupCriterionsResponse
        {
            NestedPartialErrors =
            [
                new BatchErrorCollection { Index = 3, Code = 1, BatchErrors = [new EditorialError { Index = 2, Code = 1042, ReasonCode = 17, DisapprovedText = "shout" }] },
            ],
        }));

        var response = await f.Campaigns.AddAdGroupCriterionsAsync(
            new() { AdGroupCriterions = [new BiddableAdGroupCriterion { Criterion = new AgeCriterion { AgeRange = AgeRange.EighteenToTwentyFour } }] }, cancellationToken: Ct);

        var inner = Assert.IsType<EditorialError>(Assert.Single(Assert.Single(response.NestedPartialErrors)!.BatchErrors!));
        Assert.Equal((17, "shout"), (inner.ReasonCode, inner.DisapprovedText));
        Assert.Contains("EighteenToTwentyFour", f.Stub.Only.Body, StringComparison.Ordinal);
        Assert.Contains("AgeCriterion", f.Stub.Only.Body, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Flags_that_are_no_single_bits_keep_their_names(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(Replies.Ok(transport, new V13.Reporting.SubmitGenerateReportResponse { ReportRequestId = "r1" }, service: "Reporting"));
        using var reporting = new ReportingClient(f.Authorization, f.Options);
        var filter = V13.Reporting.CampaignTypeReportFilter.SearchAndContent | V13.Reporting.CampaignTypeReportFilter.Shopping;

        await reporting.SubmitGenerateReportAsync(
            new() { ReportRequest = new V13.Reporting.ProductPartitionPerformanceReportRequest { Filter = new() { CampaignType = filter } } }, cancellationToken: Ct);

        Assert.Contains(
            transport == ApiTransport.Rest ? "\"SearchAndContent, Shopping\"" : ">SearchAndContent Shopping<",
            f.Stub.Only.Body.Replace("Content,Shopping", "Content, Shopping", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<GetCampaignsByAccountIdResponse> ReadAsync(ApiTransport transport, Action<JsonObject> json, Action<XElement> xml)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(Replies.Ok(transport, Two, json, xml));
        var response = await f.ReadAsync();
        Assert.Equal(Replies.Track, response.TrackingId);
        return response;
    }

    private static JsonObject Campaign(JsonObject response) => (JsonObject)response["Campaigns"]![0]!;

    private static XElement Campaign(XElement response) => response.Element(s_ns + "Campaigns")!.Elements().First();
}
