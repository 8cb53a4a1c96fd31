using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>Whatever a refusal looks like, its codes, its status and its TrackingId come out.</summary>
public class FaultTests
{
    private static readonly XNamespace s_adapi = "https://adapi.microsoft.com";

    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    private static AdApiFaultDetail NoAccess => new() { TrackingId = "fault-7", Errors = [new() { Code = 106, ErrorCode = "UserIsNotAuthorized", Message = "No." }] };

    [Theory, MemberData(nameof(Transports))]
    public async Task Fault_gives_code_name_status_and_tracking_id(ApiTransport transport)
    {
        var e = await RefusedAsync<PermissionException>(transport, Replies.Fault(transport, 403, NoAccess));

        Assert.Equal((106, "UserIsNotAuthorized", "No."), (e.Errors[0].Code, e.Errors[0].Name, e.Errors[0].Message));
        Assert.Equal(("fault-7", "AdApiFaultDetail", transport == ApiTransport.Rest ? 403 : 500), (e.TrackingId, e.FaultType, e.HttpStatus));
        Assert.Equal((111L, 900L, "GetCampaignsByAccountId"), (e.AccountId, e.CustomerId, e.Operation));
        Assert.Equal(transport == ApiTransport.Rest ? "application/json; charset=utf-8" : "text/xml; charset=utf-8", e.ResponseHeaders["Content-Type"]);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Fault_with_everything_unknown_still_gives_code_and_tracking_id(ApiTransport transport)
    {
        var reply = Replies.Fault(
            transport, 403, NoAccess,
            static json =>
            {
                json["Type"] = "FaultOfTomorrow";
                json["Future"] = new JsonObject { ["Deep"] = new JsonArray(1, 2) };
                json["Errors"]![0]!["Severity"] = "new";
                json["ForwardCompatibilityMap"] = new JsonArray(new JsonObject { ["Key"] = "k", ["Value"] = "v" });
            },
            static xml =>
            {
                xml.Name = s_adapi + "FaultOfTomorrow";
                xml.AddFirst(new XElement(s_adapi + "Future", new XElement(s_adapi + "Deep", 1)));
                xml.Descendants().First(static e => e.Name.LocalName == "AdApiError").Add(new XElement(s_adapi + "Severity", "new"));
                xml.Add(new XElement(s_adapi + "ForwardCompatibilityMap", new XElement(s_adapi + "Pair", new XElement(s_adapi + "Key", "k"))));
            });

        var e = await RefusedAsync<PermissionException>(transport, reply);

        Assert.Equal((106, "fault-7", "FaultOfTomorrow"), (Assert.Single(e.Errors).Code, e.TrackingId, e.FaultType));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Fault_without_a_type_gives_its_code(ApiTransport transport)
    {
        var reply = Replies.Fault(transport, 403, NoAccess, static json => json.Remove("Type"), static xml => xml.Name = s_adapi + "Unnamed");

        Assert.Equal(106, Assert.Single((await RefusedAsync<PermissionException>(transport, reply)).Errors).Code);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Fault_of_the_base_type_alone_gives_the_tracking_id(ApiTransport transport)
    {
        var reply = Replies.Fault(
            transport, 400, new AdApiFaultDetail { TrackingId = "fault-8" },
            static json => { json.Remove("Errors"); json["Type"] = "ApplicationFault"; },
            static xml => xml.Name = s_adapi + "ApplicationFault");

        var e = await RefusedAsync<ApiException>(transport, reply);

        Assert.Empty(e.Errors);
        Assert.Equal(("fault-8", "ApplicationFault"), (e.TrackingId, e.FaultType));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Batch_errors_of_a_fault_come_with_their_index(ApiTransport transport)
    {
        var reply = Replies.Fault(transport, 400, new ApiFaultDetail
        {
            TrackingId = "fault-9",
            OperationErrors = [new() { Code = 1102, ErrorCode = "CampaignServiceInvalidAccountId" }],
            BatchErrors = [new() { Index = 4, Code = 1115, ErrorCode = "CampaignServiceCannotCreateDuplicateCampaign", FieldPath = "Name" }],
        });

        var e = await RefusedAsync<ApiException>(transport, reply);

        Assert.Contains(e.Errors, static x => x is { Kind: ApiErrorKind.OperationError, Code: 1102 });
        Assert.Contains(e.Errors, static x => x is { Kind: ApiErrorKind.BatchError, Code: 1115, Index: 4, FieldPath: "Name" });
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Batch_fault_of_billing_gives_all_codes(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(Replies.Fault(
            transport, 400,
            new V13.CustomerBilling.ApiBatchFault { TrackingId = "fault-10", OperationErrors = [new() { Code = 8001 }], BatchErrors = [new() { Index = 1, Code = 8002 }] },
            static json => json["Type"] = "ApiBatchFault",
            // As the service declares it: the element of the base, its own type in an attribute.
            static xml =>
            {
                xml.SetAttributeValue(Replies.Instance + "type", "q:ApiBatchFault");
                xml.SetAttributeValue(XNamespace.Xmlns + "q", xml.Name.NamespaceName);
                xml.Name = xml.Name.Namespace + "ApiFault";
            },
            "CustomerBilling"));
        using var billing = new CustomerBillingClient(f.Authorization, f.Options);

        var e = await Assert.ThrowsAsync<ApiException>(async () => await billing.GetBillingGroupsAsync(new(), cancellationToken: ClientFixture.Ct));

        Assert.Equal([8001, 8002], e.Errors.Select(static x => x.Code!.Value).Order());
        Assert.Equal(("ApiBatchFault", "fault-10"), (e.FaultType, e.TrackingId));
    }

    [Fact]
    public async Task Soap_fault_under_status_200_is_an_exception()
    {
        var reply = Replies.Fault(ApiTransport.Soap, 500, NoAccess) with { Status = 200 };

        Assert.Equal("fault-7", (await RefusedAsync<PermissionException>(ApiTransport.Soap, reply)).TrackingId);
    }

    [Fact]
    public async Task Rest_fault_under_status_200_is_an_exception()
    {
        var reply = Replies.Fault(ApiTransport.Rest, 200, NoAccess);

        Assert.Equal("fault-7", (await RefusedAsync<PermissionException>(ApiTransport.Rest, reply)).TrackingId);
    }

    [Fact]
    public async Task Rest_fault_with_broken_characters_still_gives_its_code()
    {
        // Latin-1 in place of UTF-8, and half of a surrogate pair.
        byte[] body = [.. """{"Type":"AdApiFaultDetail","TrackingId":"fault-11","Errors":[{"Code":106,"ErrorCode":"Caf"""u8, 0xE9, .. "\",\"Message\":\"\\ud83d\"}]}"u8];

        var e = await RefusedAsync<PermissionException>(ApiTransport.Rest, new StubReply(403, body, "application/json"));

        Assert.Equal((106, "fault-11"), (Assert.Single(e.Errors).Code, e.TrackingId));
        Assert.Contains("106", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rest_fault_behind_a_byte_order_mark_is_read()
    {
        var reply = Replies.Fault(ApiTransport.Rest, 403, NoAccess);

        var e = await RefusedAsync<PermissionException>(ApiTransport.Rest, reply with { Body = [.. Encoding.UTF8.Preamble, .. reply.Body] });

        Assert.Equal(106, e.Errors[0].Code);
    }

    private static async Task<T> RefusedAsync<T>(ApiTransport transport, StubReply reply)
        where T : ApiException
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.Retry.MaxRetries = 0;
        f.Stub.Script(reply);
        var e = await Assert.ThrowsAsync<T>(() => f.ReadAsync());
        Assert.Single(f.Stub.Requests);
        return e;
    }
}
