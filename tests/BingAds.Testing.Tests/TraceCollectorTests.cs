using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;

namespace BingAds.Testing.Tests;

/// <summary>
/// The search for secrets is worth something only if it finds one. Each test plants one of its own, which no other suite uses, and finds it.
/// </summary>
public sealed class TraceCollectorTests : IDisposable
{
    // Not one of the known markers: those would be found by the run's own search too.
    private const string Planted = "planted-4be1";

    // Starts like a literal, and those the reader quotes.
    private const string Quoted = "t-" + Planted;

    private readonly TemporaryFolder _folder = new();
    private readonly TraceCollector _collector;

    public TraceCollectorTests() => _collector = TraceCollector.Start(_folder.File("own.trace"));

    [Fact]
    public void Search_finds_a_secret_in_a_log_line()
    {
        Log.Said(TraceCollector.LoggerFactory.CreateLogger("Some"), Planted);

        Assert.Contains("log", Kinds());
    }

    [Fact]
    public void Search_finds_a_secret_in_an_exception_that_was_caught()
    {
        try
        {
            throw new InvalidOperationException("outer", new FormatException(Planted));
        }
        catch (InvalidOperationException)
        {
        }

        Assert.Contains("exception", Kinds());
    }

    [Fact]
    public void Search_finds_a_secret_that_a_parser_quotes_only_if_the_quote_gets_out()
    {
        try
        {
            System.Text.Json.Nodes.JsonNode.Parse(Quoted);
        }
        catch (System.Text.Json.JsonException)
        {
        }

        Assert.Empty(SecretScan.Search(_folder.Path, [Planted]).Finds);
        try
        {
            try
            {
                System.Text.Json.Nodes.JsonNode.Parse(Quoted);
            }
            catch (System.Text.Json.JsonException quote)
            {
                throw new InvalidOperationException("outer", quote);
            }
        }
        catch (InvalidOperationException)
        {
        }

        Assert.Equal(["exception"], Kinds());
    }

    [Fact]
    public void Search_finds_a_secret_in_a_tag_of_an_activity()
    {
        using var source = new ActivitySource("BingAds.Testing.Tests");
        using (var activity = source.StartActivity("call"))
            activity!.SetTag("token", Planted);

        Assert.Contains("activity", Kinds());
    }

    [Fact]
    public async Task Search_finds_a_secret_in_the_query_of_an_address()
    {
        using var server = new HttpListener();
        var address = Listen(server);
        var serving = ServeOneAsync(server);
        using var http = new HttpClient();

        (await http.GetAsync($"{address}?token={Planted}")).Dispose();
        await serving;

        Assert.Contains("address", Kinds());
    }

    [Fact]
    public void Nothing_is_recorded_while_a_test_plants_a_secret()
    {
        using (TraceCollector.Planted())
            Log.Said(TraceCollector.LoggerFactory.CreateLogger("Some"), Planted);

        Assert.Empty(Kinds());
    }

    [Fact]
    public void Search_says_where_it_found_something()
    {
        Log.Said(TraceCollector.LoggerFactory.CreateLogger("Some"), $"one\ntwo {Planted}");

        var find = SecretScan.Search(_folder.Path, [Planted]).Finds[0];

        Assert.Equal("own.trace", find.File);
        Assert.Contains(@"one\ntwo " + Planted, find.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_known_secret_holds_a_marker()
    {
        string[] secrets = [TestSecrets.AccessToken, TestSecrets.RefreshToken, TestSecrets.AuthorizationCode, TestSecrets.ClientSecret, TestSecrets.DeveloperToken, TestSecrets.Password];

        Assert.All(secrets, static s => Assert.Contains(TestSecrets.Markers, m => s.Contains(m, StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _collector.Dispose();
        _folder.Dispose();
    }

    private List<string> Kinds()
    {
        _collector.Dispose();
        return [.. SecretScan.Search(_folder.Path, [Planted]).Finds.Select(static f => f.Kind).Distinct()];
    }

    private static string Listen(HttpListener server)
    {
        // HttpListener can't choose a port by itself.
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        server.Prefixes.Add($"http://127.0.0.1:{port}/");
        server.Start();
        return $"http://127.0.0.1:{port}/";
    }

    private static async Task ServeOneAsync(HttpListener server)
    {
        var context = await server.GetContextAsync();
        context.Response.StatusCode = 204;
        context.Response.Close();
    }
}

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Trace, "Said {What}.")]
    public static partial void Said(ILogger logger, string what);
}
