using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BingAds.Conformance.Wire;

/// <summary>A request as it arrived.</summary>
public sealed record CapturedRequest(string Verb, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>An answer to give.</summary>
public sealed record LoopbackReply(int Status, string ContentType, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static LoopbackReply Json(string body, int status = 200, string? trackingId = null) => new(status, "application/json; charset=utf-8", body)
    {
        Headers = trackingId is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["TrackingId"] = trackingId },
    };

    public static LoopbackReply Xml(string body, int status = 200) => new(status, "text/xml; charset=utf-8", body);

    public static LoopbackReply Html(string body, int status) => new(status, "text/html; charset=utf-8", body);
}

/// <summary>A server on the loopback interface that keeps what it is sent and answers what it is told.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<CapturedRequest> _requests = [];
    private LoopbackReply _reply = LoopbackReply.Json("{}");

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public static async Task<LoopbackServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Header values beyond ASCII are to be seen as they come, not refused by the server.
            kestrel.RequestHeaderEncodingSelector = static _ => Encoding.UTF8;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var server = new LoopbackServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    /// <summary>Forgets what it has got, and answers this from now on.</summary>
    public void Expect(LoopbackReply reply)
    {
        lock (_lock)
        {
            _requests.Clear();
            _reply = reply;
        }
    }

    /// <summary>What it has got since <see cref="Expect"/>.</summary>
    public IReadOnlyList<CapturedRequest> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        LoopbackReply reply;
        lock (_lock)
        {
            _requests.Add(new CapturedRequest(context.Request.Method, context.Request.Path.Value ?? "", headers, body));
            reply = _reply;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        if (reply.Status == StatusCodes.Status204NoContent) return;
        context.Response.ContentType = reply.ContentType;
        var bytes = Encoding.UTF8.GetBytes(reply.Body);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
