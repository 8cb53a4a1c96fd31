using System.Xml.Linq;
using BingAds.Errors;
using BingAds.Testing;

namespace BingAds.Tests.Clients;

/// <summary>Raw SOAP, for what no contract here knows.</summary>
public class SoapClientTests
{
    private static CancellationToken Ct => ClientFixture.Ct;

    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    [Theory, MemberData(nameof(Transports))]
    public async Task Soap_client_sends_any_element_whatever_the_clients_transport_is(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        var ns = service.SoapClient.Namespace;
        f.Stub.Script(Replies.OfXml(200, new XElement(ns + "DreamResponse", new XElement(ns + "Depth", 3))).With("X-Served-By", "stub"));

        var reply = await service.SoapClient.SendAsync("Dream", new XElement(ns + "DreamRequest", new XElement(ns + "Of", "sheep & goats")), cancellationToken: Ct);

        Assert.Equal(("3", Replies.Track, "stub"), (reply.Body.Element(ns + "Depth")!.Value, reply.EnvelopeHeaders["TrackingId"], reply.HttpHeaders["X-Served-By"]));
        var sent = f.Stub.Only;
        Assert.Equal(("Dream", "sheep & goats", TestSecrets.AccessToken, "111"), (sent.Operation, sent.Member("Of"), sent.Token, sent.Sent("CustomerAccountId")));
        Assert.EndsWith(".svc", sent.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_is_an_exception_with_its_codes()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        f.Stub.Script(Replies.Fault(ApiTransport.Soap, 500, 106, "UserIsNotAuthorized"));

        var e = await Assert.ThrowsAsync<PermissionException>(async () => await service.SoapClient.SendAsync("Dream", new XElement("x"), cancellationToken: Ct));

        Assert.Equal((106, "Dream"), (e.Errors[0].Code, e.Operation));
    }

    [Fact]
    public async Task Unclear_failure_is_not_repeated_because_nothing_is_known_of_the_body()
    {
        await using var f = await ClientFixture.StartRetryingAsync(ApiTransport.Soap);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        f.Stub.Script(new StubReply(503, ""));

        await Assert.ThrowsAsync<ApiException>(async () => await service.SoapClient.SendAsync("GetCampaignsByIds", new XElement("x"), cancellationToken: Ct));

        Assert.Single(f.Stub.Requests);
    }

    [Theory, InlineData("a\r\nX-Evil: 1"), InlineData("a\"b")]
    public async Task Action_that_its_header_cannot_carry_is_refused(string action)
    {
        using var service = new ServiceClient("Bulk", 13, new());

        await Assert.ThrowsAsync<ArgumentException>(async () => await service.SoapClient.SendAsync(action, new XElement("x"), cancellationToken: Ct));
    }
}
