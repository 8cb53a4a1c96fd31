using System.Net;
using System.Text;
using System.Xml.Linq;

namespace BingAds.Emulator.Tests.Api;

/// <summary>What envelopes look like, for clients other than ours.</summary>
public class SoapWireTests
{
    private const string Path = "/Api/Advertiser/CampaignManagement/v13/CampaignManagementService.svc";

    private static readonly XNamespace s_soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace s_service = "https://bingads.microsoft.com/CampaignManagement/v13";
    private static readonly XNamespace s_faults = "https://adapi.microsoft.com";

    [Theory]
    [InlineData(Path, "GetLabelsByIds")]
    [InlineData(Path, "\"GetLabelsByIds\"")]
    [InlineData("/api/advertiser/campaignmanagement/V13/campaignmanagementservice.SVC", "GetLabelsByIds")]
    public async Task Answer_holds_the_tracking_id_in_its_header_and_the_response_in_its_body(string path, string action)
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Soap);
        using var response = await SendAsync(session, path, action, "<GetLabelsByIdsRequest xmlns=\"https://bingads.microsoft.com/CampaignManagement/v13\" />");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType!.MediaType);
        var envelope = await EnvelopeAsync(response);
        Assert.True(Guid.TryParse(envelope.Element(s_soap + "Header")!.Element(s_service + "TrackingId")!.Value, out _));
        Assert.NotNull(envelope.Element(s_soap + "Body")!.Element(s_service + "GetLabelsByIdsResponse"));
    }

    [Fact]
    public async Task Fault_of_the_checks_before_is_under_500_with_its_own_namespace()
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Soap);
        session.Emulator.Faults.Add("CampaignManagement.GetLabelsByIds", 1, Fault.Error(117));
        var detail = await DetailAsync(session, "<GetLabelsByIdsRequest xmlns=\"https://bingads.microsoft.com/CampaignManagement/v13\" />");
        Assert.Equal(s_faults + "AdApiFaultDetail", detail.Name);
        Assert.Equal("117", detail.Element(s_faults + "Errors")!.Element(s_faults + "AdApiError")!.Element(s_faults + "Code")!.Value);
    }

    [Theory]
    [InlineData("<GetCampaignsByIdsRequest xmlns=\"https://bingads.microsoft.com/CampaignManagement/v13\" />")]
    [InlineData("<GetLabelsByIdsRequest xmlns=\"https://bingads.microsoft.com/CampaignManagement/v13\"><LabelIds><a:long xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">x</a:long></LabelIds></GetLabelsByIdsRequest>")]
    [InlineData("")]
    public async Task Body_that_is_not_the_request_is_a_fault(string body)
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Soap);
        var detail = await DetailAsync(session, body);
        Assert.Contains("201", detail.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_type_is_never_read()
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Soap);
        using var response = await PostAsync(session, Path, "GetLabelsByIds", "<!DOCTYPE x [<!ENTITY e \"y\">]><x>&e;</x>");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "NoSuchOperation")]
    [InlineData("GET", "GetLabelsByIds")]
    public async Task Unknown_operation_is_404(string verb, string action)
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Soap);
        using var http = new HttpClient { BaseAddress = session.Emulator.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(verb), Path);
        request.Headers.Add("SOAPAction", action);
        Assert.Equal(HttpStatusCode.NotFound, (await http.SendAsync(request)).StatusCode);
    }

    private static async Task<XElement> DetailAsync(ApiSession session, string body)
    {
        using var response = await SendAsync(session, Path, "GetLabelsByIds", body);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var fault = (await EnvelopeAsync(response)).Element(s_soap + "Body")!.Element(s_soap + "Fault")!;
        Assert.NotEmpty(fault.Element("faultcode")!.Value);
        Assert.NotEmpty(fault.Element("faultstring")!.Value);
        return fault.Element("detail")!.Elements().Single();
    }

    private static Task<HttpResponseMessage> SendAsync(ApiSession session, string path, string action, string body) => PostAsync(session, path, action, $"""
        <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">
          <e:Header xmlns="https://bingads.microsoft.com/CampaignManagement/v13">
            <AuthenticationToken>{session.AccessToken}</AuthenticationToken>
            <CustomerAccountId>{DemoCredentials.AccountId}</CustomerAccountId>
            <CustomerId>{DemoCredentials.CustomerId}</CustomerId>
            <DeveloperToken>{DemoCredentials.DeveloperToken}</DeveloperToken>
          </e:Header>
          <e:Body>{body}</e:Body>
        </e:Envelope>
        """);

    private static async Task<HttpResponseMessage> PostAsync(ApiSession session, string path, string action, string text)
    {
        using var http = new HttpClient { BaseAddress = session.Emulator.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8, "text/xml") };
        request.Headers.TryAddWithoutValidation("SOAPAction", action);
        return await http.SendAsync(request);
    }

    private static async Task<XElement> EnvelopeAsync(HttpResponseMessage response) => XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
}
