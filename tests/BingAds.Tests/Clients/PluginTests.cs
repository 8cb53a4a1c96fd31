using System.Collections.Concurrent;
using BingAds.Errors;

namespace BingAds.Tests.Clients;

/// <summary>Message plug-ins: the seed's <c>HeaderPlugin</c> and those of callers.</summary>
public class PluginTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    [Theory, MemberData(nameof(Transports))]
    public async Task Parsed_sees_each_reply_and_what_it_changes_is_what_the_call_gives(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        var plugin = new Renamer();
        f.Options.Plugins.Add(plugin);
        f.Stub.Script(f.Good("Old name", "Other"));

        var response = await f.ReadAsync();

        Assert.Equal(["New name", "Other"], response.Campaigns.Select(static c => c!.Name));
        Assert.Equal((ServiceName.CampaignManagement, "GetCampaignsByAccountId", 200), Assert.Single(plugin.Seen));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Parsed_sees_faults_too_and_their_codes_stay(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        var plugin = new Renamer();
        f.Options.Plugins.Add(plugin);
        f.Stub.Script(Replies.Fault(transport, 403, 106, "UserIsNotAuthorized"));

        Assert.Equal(106, (await Assert.ThrowsAsync<PermissionException>(() => f.ReadAsync())).Errors[0].Code);
        Assert.Single(plugin.Seen);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Parsed_is_told_of_an_answer_that_is_no_message(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.Retry.MaxRetries = 0;
        var plugin = new Renamer();
        f.Options.Plugins.Add(plugin);
        f.Stub.Script(new StubReply(502, "<html>bad &gateway</html>"));

        Assert.Equal(502, (await Assert.ThrowsAsync<ApiException>(() => f.ReadAsync())).HttpStatus);
        Assert.Equal(502, Assert.Single(plugin.Seen).Status);
    }

    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public async Task Soap_reply_with_a_declaration_or_a_byte_order_mark_is_read_with_and_without_plugins(bool mark, bool plugin)
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Soap);
        if (plugin)
        {
            f.Options.Plugins.Add(new HeaderPlugin());
        }

        var reply = f.Good("One");
        f.Stub.Script(reply with { Body = [.. mark ? System.Text.Encoding.UTF8.Preamble : [], .. "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8, .. reply.Body] });

        Assert.Equal("One", (await f.ReadAsync()).Campaigns[0]!.Name);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task What_a_plugin_throws_comes_out_as_it_is(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.Plugins.Add(new Throwing());
        f.Stub.Script(f.Good("One"));

        await Assert.ThrowsAsync<NotSupportedException>(() => f.ReadAsync());

        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Plugins_run_in_their_order(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        var order = new ConcurrentQueue<int>();
        f.Options.Plugins.Add(new Noting(order, 1));
        f.Options.Plugins.Add(new Noting(order, 2));
        f.Stub.Script(f.Good());

        await f.ReadAsync();

        Assert.Equal([1, 2], order);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Get_response_header_gives_the_headers_of_the_last_reply(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        var plugin = new HeaderPlugin();
        f.Options.Plugins.Add(plugin);
        f.Stub.Script(f.Good(), Replies.Fault(transport, 400, 1102, "CampaignServiceInvalidAccountId"));
        Assert.Empty(plugin.GetResponseHeader());

        await f.ReadAsync();
        var first = plugin.GetResponseHeader();
        await Assert.ThrowsAnyAsync<ApiException>(() => f.ReadAsync());

        Assert.Equal(Replies.Track, first["TrackingId"]);
        Assert.NotSame(first, plugin.GetResponseHeader());
    }

    private sealed class Renamer : IMessagePlugin
    {
        public ConcurrentQueue<(ServiceName Service, string Operation, int Status)> Seen { get; } = new();

        public void Parsed(MessageContext context)
        {
            Seen.Enqueue((context.Service, context.Operation, context.HttpStatus));
            if (context.Json?["Campaigns"]?[0] is { } json)
            {
                json["Name"] = "New name";
            }

            if (context.Xml?.Descendants().FirstOrDefault(static e => e.Name.LocalName == "Name") is { } xml)
            {
                xml.Value = "New name";
            }
        }
    }

    private sealed class Throwing : IMessagePlugin
    {
        public void Parsed(MessageContext context) => throw new NotSupportedException("Told by the test.");
    }

    private sealed class Noting(ConcurrentQueue<int> order, int number) : IMessagePlugin
    {
        public void Parsed(MessageContext context) => order.Enqueue(number);
    }
}
