using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>What goes over the wire, read by other means than the SDK's.</summary>
public class ReportWireTests
{
    private const string Submit = "/Reporting/v13/GenerateReport/Submit";
    private const string Poll = "/Reporting/v13/GenerateReport/Poll";
    private static readonly XNamespace s_service = "https://bingads.microsoft.com/Reporting/v13";
    private static readonly XNamespace s_soap = "http://schemas.xmlsoap.org/soap/envelope/";

    [Fact]
    public async Task Rest_gives_an_id_and_a_status_with_a_link()
    {
        await using var session = await ReportSession.StartAsync();
        var (status, submitted) = await RestAsync(session, Submit, Report("Clicks"));
        var id = (string)submitted["ReportRequestId"]!;
        Assert.Equal((HttpStatusCode.OK, true), (status, id.Length is > 0 and <= 40));
        JsonNode state;
        do
        {
            (_, var polled) = await RestAsync(session, Poll, new JsonObject { ["ReportRequestId"] = id });
            state = polled["ReportRequestStatus"]!;
        }
        while ((string)state["Status"]! == "Pending");

        Assert.Equal("Success", (string)state["Status"]!);
        Assert.StartsWith($"{session.Http.BaseAddress}storage/report/{id}.zip?", (string)state["ReportDownloadUrl"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rest_faults_are_operation_errors_with_name_and_details()
    {
        await using var session = await ReportSession.StartAsync(static o =>
        {
            o.Reports.MaxReportsAtOnce = 1;
            o.Reports.JobPolls = 1;
        });
        var (status, fault) = await RestAsync(session, Submit, Report("Clicks", "Clicks"));
        var error = Assert.Single(fault["OperationErrors"]!.AsArray())!;
        Assert.Equal((HttpStatusCode.BadRequest, 2016, "ReportingServiceDuplicateColumns"), (status, (int)error["Code"]!, (string)error["ErrorCode"]!));
        Assert.Contains("Clicks", (string)error["Details"]!, StringComparison.Ordinal);
        Assert.NotNull((string?)fault["TrackingId"]);

        await RestAsync(session, Submit, Report("Clicks"));
        (status, fault) = await RestAsync(session, Submit, Report("Clicks"));
        error = Assert.Single(fault["OperationErrors"]!.AsArray())!;
        Assert.Equal((HttpStatusCode.TooManyRequests, 207, "ConcurrentRequestOverLimit"), (status, (int)error["Code"]!, (string)error["ErrorCode"]!));
    }

    [Theory]
    [InlineData("SubmitGenerateReport", "", "2001")]
    [InlineData("PollGenerateReport", "<ReportRequestId>30000000000000001</ReportRequestId>", "2101")]
    public async Task Soap_faults_are_operation_errors(string operation, string body, string code)
    {
        await using var session = await ReportSession.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Api/Advertiser/Reporting/v13/ReportingService.svc")
        {
            Content = new StringContent(
                $"""
                <e:Envelope xmlns:e="{s_soap}">
                  <e:Header xmlns="{s_service}">
                    <AuthenticationToken>{session.AccessToken}</AuthenticationToken>
                    <CustomerAccountId>{DemoCredentials.AccountId}</CustomerAccountId>
                    <CustomerId>{DemoCredentials.CustomerId}</CustomerId>
                    <DeveloperToken>{DemoCredentials.DeveloperToken}</DeveloperToken>
                  </e:Header>
                  <e:Body><{operation}Request xmlns="{s_service}">{body}</{operation}Request></e:Body>
                </e:Envelope>
                """,
                Encoding.UTF8,
                "text/xml"),
        };
        request.Headers.TryAddWithoutValidation("SOAPAction", operation);
        using var response = await session.Http.SendAsync(request);
        var fault = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Element(s_soap + "Body")!.Element(s_soap + "Fault")!;
        var detail = Assert.Single(fault.Element("detail")!.Elements());
        Assert.Equal((HttpStatusCode.InternalServerError, s_service + "ApiFaultDetail"), (response.StatusCode, detail.Name));
        Assert.Equal(code, detail.Element(s_service + "OperationErrors")!.Element(s_service + "OperationError")!.Element(s_service + "Code")!.Value);
    }

    private static JsonObject Report(params string[] statistics) => new()
    {
        ["ReportRequest"] = new JsonObject
        {
            ["Type"] = "AccountPerformanceReportRequest",
            ["Aggregation"] = "Daily",
            ["Columns"] = new JsonArray(["TimePeriod", "AccountId", .. statistics]),
            ["Scope"] = new JsonObject { ["AccountIds"] = new JsonArray($"{DemoCredentials.AccountId}") },
            ["Time"] = new JsonObject { ["PredefinedTime"] = "LastSevenDays", ["ReportTimeZone"] = "GreenwichMeanTimeDublinEdinburghLisbonLondon" },
        },
    };

    private static async Task<(HttpStatusCode Status, JsonNode Body)> RestAsync(ReportSession session, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", $"Bearer {session.AccessToken}");
        request.Headers.Add("DeveloperToken", DemoCredentials.DeveloperToken);
        request.Headers.Add("CustomerId", $"{DemoCredentials.CustomerId}");
        request.Headers.Add("CustomerAccountId", $"{DemoCredentials.AccountId}");
        using var response = await session.Http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
