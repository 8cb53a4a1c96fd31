using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BingAds.Tests.Authorization;

/// <summary>A sign-in service on 127.0.0.1, over real HTTP: the test decides what it answers.</summary>
internal sealed class LoopbackTokenEndpoint : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, bool> _connections = new();
    private readonly Func<TokenForm, Task<TokenReply>> _answer;
    private readonly Task _accepting;

    internal LoopbackTokenEndpoint(Func<TokenForm, TokenReply> answer)
        : this(form => Task.FromResult(answer(form)))
    {
    }

    internal LoopbackTokenEndpoint(Func<TokenForm, Task<TokenReply>> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));
        _accepting = AcceptAsync();
    }

    internal Uri Address { get; }

    internal ConcurrentQueue<TokenForm> Requests { get; } = new();

    internal TokenForm OnlyRequest => Assert.Single(Requests);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections.Keys);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var connection = ServeAsync(client);
                _connections.TryAdd(connection, true);
                _ = connection.ContinueWith(done => _connections.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var form = await ReadAsync(stream);
                Requests.Enqueue(form);
                var reply = await _answer(form).WaitAsync(_stop.Token);
                if (reply.HangUp)
                    return;
                var body = Encoding.UTF8.GetBytes(reply.Body);
                var head = $"HTTP/1.1 {reply.Status} X\r\nContent-Type: {reply.ContentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{reply.Headers}\r\n";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
                await stream.WriteAsync(body, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task<TokenForm> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
                throw new IOException("The client left in the middle of its request.");
            bytes.AddRange(buffer.AsSpan(0, count));
            var text = Encoding.ASCII.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
                continue;
            var lines = text[..end].Split("\r\n");
            var length = lines.Select(static line => line.Split(": ", 2)).First(static pair => pair[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase))[1];
            if (text.Length >= end + 4 + int.Parse(length, CultureInfo.InvariantCulture))
                return new TokenForm(lines[0].Split(' ')[0], lines[0].Split(' ')[1], Decode(text[(end + 4)..]));
        }
    }

    private static Dictionary<string, string> Decode(string body) => body.Split('&').Select(static pair => pair.Split('=', 2))
        .ToDictionary(static pair => WebUtility.UrlDecode(pair[0]), static pair => WebUtility.UrlDecode(pair[1]));
}

/// <summary>A token request as it arrived.</summary>
internal sealed record TokenForm(string Method, string Path, IReadOnlyDictionary<string, string> Fields)
{
    internal string? this[string name] => Fields.GetValueOrDefault(name);
}

/// <summary>What to answer.</summary>
internal sealed record TokenReply(int Status, string Body, string ContentType = "application/json")
{
    internal bool HangUp { get; init; }

    /// <summary>More header lines, each with its line break.</summary>
    internal string Headers { get; init; } = "";

    internal static TokenReply Tokens(int number, string expiresIn = "3600") => new(
        200, $$"""{"token_type":"Bearer","scope":"https://ads.microsoft.com/msads.manage","expires_in":{{expiresIn}},"access_token":"at-hush-{{number}}","refresh_token":"rt-hush-{{number}}"}""");

    internal static TokenReply Error(string code, int status = 400) => new(status, $$"""{"error":"{{code}}","error_description":"told by the test"}""");
}
