using System.IO.Compression;
using BingAds.Errors;

namespace BingAds.Tests.Clients;

/// <summary>Answers that are too large, too deep, packed or cut.</summary>
public class LimitTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    [Theory, MemberData(nameof(Transports))]
    public async Task Answer_that_is_too_large_names_the_option(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.MaxResponseBytes = 1000;
        f.Stub.Script(f.Good(new string('x', 2000)).With("TrackingId", "large-1"));

        var e = await Assert.ThrowsAsync<BrokenResponseException>(() => f.ReadAsync());

        Assert.Equal(("MaxResponseBytes", "large-1", 200), (e.Limit, e.TrackingId, e.HttpStatus));
        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Packed_answer_is_measured_unpacked(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.MaxResponseBytes = 100_000;
        f.Stub.Script(Packed(f.Good(new string('x', 10_000_000)), "gzip"));

        Assert.Equal("MaxResponseBytes", (await Assert.ThrowsAsync<BrokenResponseException>(() => f.ReadAsync())).Limit);
    }

    [Theory, InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task Packed_answer_is_read_by_our_own_handler_and_by_one_that_does_not_unpack(string encoding)
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(Packed(f.Good("One"), encoding));
        using var plain = new HttpClient(new SocketsHttpHandler());
        using var client = new CampaignManagementClient(f.Authorization, new ServiceClientOptions { BaseAddress = f.Stub.Address, HttpClient = plain });

        Assert.Equal("One", (await f.ReadAsync()).Campaigns[0]!.Name);
        Assert.Equal("One", (await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: ClientFixture.Ct)).Campaigns[0]!.Name);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Answer_that_breaks_off_without_a_sign_of_it_is_told_as_such_and_asked_for_again(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        var whole = f.Good([.. Enumerable.Range(0, 500).Select(static i => $"Campaign {i * 7919}")]);
        var packed = Packed(whole, "gzip");
        var half = (packed with { Body = packed.Body[..(packed.Body.Length / 2)] }).With("TrackingId", "cut-1");
        f.Stub.Script(half, whole, half);

        Assert.Equal(500, (await f.ReadAsync()).Campaigns.Count);
        var e = await Assert.ThrowsAsync<BrokenResponseException>(() => f.ReadAsync());

        Assert.True(e.IsTruncated);
        Assert.Null(e.Limit);
        Assert.Equal(200, e.HttpStatus);
        Assert.Equal(2 + 5, f.Stub.Requests.Count);
    }

    [Theory, InlineData(ApiTransport.Rest, "{\"Campaigns\":[{\"Name\":\"a"), InlineData(ApiTransport.Rest, "{\"Campaigns\":["), InlineData(ApiTransport.Rest, "{\"Campaigns\":[{\"Id\":\"1\",\"Fut"),
     InlineData(ApiTransport.Soap, "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>")]
    public async Task Answer_that_ends_too_early_is_told_as_truncated(ApiTransport transport, string body)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.Retry.MaxRetries = 0;
        f.Stub.Script(new StubReply(200, body));

        Assert.True((await Assert.ThrowsAsync<BrokenResponseException>(() => f.ReadAsync())).IsTruncated);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Answer_that_is_too_deep_names_the_option(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.MaxDepth = 40;
        f.Stub.Script(transport == ApiTransport.Rest
            ? new StubReply(200, $"{{\"Future\":{new string('[', 60)}{new string(']', 60)}}}", "application/json")
            : Replies.Ok(transport, new V13.CampaignManagement.GetCampaignsByAccountIdResponse(), xml: static x =>
            {
                for (var i = 0; i < 60; i++)
                {
                    var deep = new System.Xml.Linq.XElement(x.Name.Namespace + "Deep");
                    x.AddFirst(deep);
                    x = deep;
                }
            }));

        Assert.Equal("MaxDepth", (await Assert.ThrowsAsync<BrokenResponseException>(() => f.ReadAsync())).Limit);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Answer_of_many_megabytes_is_read_whole(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        var name = new string('é', 3_000_000);
        f.Stub.Script(f.Good(name));

        Assert.Equal(name, (await f.ReadAsync()).Campaigns[0]!.Name);
    }

    private static StubReply Packed(StubReply reply, string encoding)
    {
        var packed = new MemoryStream();
        using (Stream pack = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Optimal),
        })
        {
            pack.Write(reply.Body);
        }

        return (reply with { Body = packed.ToArray() }).With("Content-Encoding", encoding);
    }
}
