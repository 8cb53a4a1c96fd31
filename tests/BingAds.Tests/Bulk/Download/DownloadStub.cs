using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BingAds.Tests.Bulk.Download;

/// <summary>What the storage does with one GET of the file.</summary>
internal sealed record FileTurn
{
    public static FileTurn Whole { get; } = new();

    /// <summary>The connection breaks after so many bytes of this answer's body.</summary>
    public int? BreakAfter { get; init; }

    /// <summary>The answer claims to be whole and ends after so many bytes of the file.</summary>
    public int? CutAt { get; init; }

    public int? Status { get; init; }

    /// <summary>After so many bytes nothing more comes.</summary>
    public int? StallAfter { get; init; }

    public byte[]? OtherContent { get; init; }

    public Uri? RedirectTo { get; init; }
}

/// <summary>The bulk service and the storage behind it, over a raw socket, so that a connection breaks exactly where a test says.</summary>
internal class DownloadStub : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private int _statusCalls;
    private int _links;

    public DownloadStub(byte[] file)
    {
        File = file;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public byte[] File { get; }

    /// <summary>Turns of the storage, one after the other; whole answers after the last.</summary>
    public ConcurrentQueue<FileTurn> Turns { get; } = new();

    /// <summary>Status words, one a call; the last stays.</summary>
    public List<string> Statuses { get; } = ["Completed"];

    public bool TakesRanges { get; init; } = true;

    public bool TellsTag { get; init; } = true;

    /// <summary>A link is refused once a newer one was given, or after it was used so often.</summary>
    public int UsesOfLink { get; init; } = int.MaxValue;

    public ConcurrentQueue<JsonNode> Submitted { get; } = new();

    public ConcurrentQueue<string> FileRequests { get; } = new();

    public int StatusCalls => _statusCalls;

    private readonly ConcurrentDictionary<string, int> _uses = new();

    public static byte[] Zip(string text)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("download.csv").Open())
        {
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await Task.WhenAny(_accepting, Task.CompletedTask);
        await Task.WhenAll(_connections.ToArray());
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var (head, body) = await ReadAsync(stream);
            var path = head.Split(' ')[1];
            if (path.StartsWith("/file", StringComparison.Ordinal))
            {
                await AnswerFileAsync(client, stream, head, path);
            }
            else
            {
                var (status, answer) = AnswerCall(head, body);
                await WriteAsync(stream, status, "application/json", Encoding.UTF8.GetBytes(answer.ToJsonString()), "TrackingId: t-1\r\n");
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    /// <summary>The service's answer to a call.</summary>
    protected virtual (int Status, JsonObject Body) AnswerCall(string head, string body)
    {
        if (head.Split(' ')[1].Contains("Status", StringComparison.Ordinal))
        {
            var status = Statuses[Math.Min(Interlocked.Increment(ref _statusCalls) - 1, Statuses.Count - 1)];
            return (200, new JsonObject
            {
                ["RequestStatus"] = status,
                ["PercentComplete"] = status == "Completed" ? 100 : 10,
                ["ResultFileUrl"] = status == "Completed" ? NewLink() : null,
            });
        }

        Submitted.Enqueue(JsonNode.Parse(body)!);
        return (200, new JsonObject { ["DownloadRequestId"] = $"request {Submitted.Count}" });
    }

    protected string NewLink() => new Uri(Address, $"file/{Interlocked.Increment(ref _links)}?sig=secret").ToString();

    private async Task AnswerFileAsync(TcpClient client, NetworkStream stream, string head, string path)
    {
        FileRequests.Enqueue(head);
        if (_uses.AddOrUpdate(path, 1, static (_, n) => n + 1) > UsesOfLink)
        {
            await WriteAsync(stream, 403, "application/xml", "<Error/>"u8.ToArray(), "");
            return;
        }

        var turn = Turns.TryDequeue(out var planned) ? planned : FileTurn.Whole;
        if (turn.Status is { } status)
        {
            await WriteAsync(stream, status, "text/plain", [], "");
            return;
        }

        if (turn.RedirectTo is { } elsewhere)
        {
            await WriteAsync(stream, 302, "text/plain", [], $"Location: {elsewhere}\r\n");
            return;
        }

        var content = turn.OtherContent ?? File;
        var from = TakesRanges ? RangeOf(head) : 0;
        var end = turn.CutAt is { } cut ? Math.Max(cut, from) : content.Length;
        var length = end - from;
        var headers = new StringBuilder();
        headers.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(from > 0 ? "206 Partial Content" : "200 OK")}\r\nContent-Length: {length}\r\nConnection: close\r\n");
        if (from > 0)
        {
            headers.Append(CultureInfo.InvariantCulture, $"Content-Range: bytes {from}-{end - 1}/{end}\r\n");
        }

        if (TellsTag)
        {
            headers.Append("ETag: \"").Append(turn.OtherContent is null ? "one" : "other").Append("\"\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(headers.Append("\r\n").ToString()), _stop.Token);
        var sent = Math.Min(length, turn.BreakAfter ?? turn.StallAfter ?? int.MaxValue);
        await stream.WriteAsync(content.AsMemory(from, sent), _stop.Token);
        await stream.FlushAsync(_stop.Token);
        if (turn.StallAfter is not null)
        {
            // Until the client gives up.
            await stream.ReadExactlyAsync(new byte[1], _stop.Token);
        }

        client.Client.Shutdown(SocketShutdown.Send);
    }

    private static int RangeOf(string head)
    {
        var at = head.IndexOf("Range: bytes=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head[(at + 13)..].Split('-')[0], CultureInfo.InvariantCulture);
    }

    private async Task<(string Head, string Body)> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (bytes.Count < 4 || !bytes[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            bytes.Add(one[0]);
        }

        var head = Encoding.ASCII.GetString([.. bytes]);
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        var body = new byte[at < 0 ? 0 : int.Parse(head[(at + 16)..].Split('\r')[0], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return (head, Encoding.UTF8.GetString(body));
    }

    private async Task WriteAsync(NetworkStream stream, int status, string type, byte[] body, string more)
    {
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{more}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        await stream.WriteAsync(body, _stop.Token);
    }
}
