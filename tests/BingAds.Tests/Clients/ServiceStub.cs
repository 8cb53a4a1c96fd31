using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BingAds.Tests.Clients;

/// <summary>A service on 127.0.0.1 over real HTTP that records what it is asked and answers as the test says.</summary>
internal sealed class ServiceStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<StubRequest> _arrivals = Channel.CreateUnbounded<StubRequest>();
    private readonly CancellationTokenSource _stop = new();

    private ServiceStub(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public ConcurrentQueue<StubRequest> Requests { get; } = new();

    /// <summary>What each request is answered with.</summary>
    public Func<StubRequest, Task<StubReply>> Answer { get; set; } = static _ => Task.FromResult(new StubReply(500, ""));

    public StubRequest Only => Assert.Single(Requests);

    public static async Task<ServiceStub> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var stub = new ServiceStub(app);
        app.Run(stub.ServeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    /// <summary>One answer after the other; the last one for all that follow.</summary>
    public void Script(params StubReply[] replies)
    {
        var next = -1;
        Answer = _ => Task.FromResult(replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }

    /// <summary>The next request that arrives; it may not be answered yet.</summary>
    public async Task<StubRequest> NextAsync() => await _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        try
        {
            var request = await StubRequest.ReadAsync(context);
            Requests.Enqueue(request);
            _arrivals.Writer.TryWrite(request);
            var reply = await Answer(request).WaitAsync(_stop.Token);
            await reply.SendAsync(context);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client left, or the test is over.
            context.Abort();
        }
    }
}
