using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BingAds.Bench;
using BingAds.Bulk;

namespace BingAds.Benchmarks.Bulk;

/// <summary>A packed answer over loopback to entities, in turns with unpacking alone and with typed reading alone.</summary>
internal static class PipelineRun
{
    private const int Rounds = 9;

    public static async Task<PassResult> RunAsync(string? file, int rows, TextWriter log)
    {
        var plain = file is null ? BulkSample.Make(rows).Bytes : await File.ReadAllBytesAsync(file);
        var packed = Pack(plain);
        log.WriteLine($"{plain.Length:N0} bytes, {packed.Length:N0} packed");
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var stop = new CancellationTokenSource();
        var serving = ServeAsync(server, packed, stop.Token);
        using var client = new HttpClient();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/");
        (string Name, Func<Task<long>> Pass, List<PassResult> Results)[] contenders =
        [
            ("inflate alone", () => InflateAsync(packed, rows), []),
            ("typed alone", () => Passes.TypedAsync(new MemoryStream(plain), new EntitySum()), []),
            ("pipeline", () => DownloadAsync(client, address), []),
        ];
        for (var round = 0; round < Rounds + 2; round++)
        {
            foreach (var (_, pass, results) in contenders)
            {
                var meter = PassMeter.Start();
                var count = await pass();
                results.Add(meter.Stop(count, plain.Length));
            }
        }

        await stop.CancelAsync();
        var medians = contenders.Select(static c => PassResult.Median(c.Results.Skip(2))).ToList();
        for (var i = 0; i < medians.Count; i++)
        {
            log.WriteLine($"{contenders[i].Name,-14} {medians[i]}");
        }

        log.WriteLine($"ratio {Math.Max(medians[0].Seconds, medians[1].Seconds) / medians[2].Seconds:N2} of the slower of the two");
        await serving;
        return medians[2];
    }

    private static async Task<long> DownloadAsync(HttpClient client, Uri address)
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        await using var reader = await BulkFileReader.OpenAsync(response.Content);
        var sum = new EntitySum();
        long rows = 0;
        await foreach (var entity in reader.ReadAsync())
        {
            sum.Add(entity);
            rows++;
        }

        return rows;
    }

    private static async Task<long> InflateAsync(byte[] packed, long rows)
    {
        await using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        await gzip.CopyToAsync(Stream.Null, 64 << 10);
        return rows;
    }

    private static byte[] Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }

    private static async Task ServeAsync(TcpListener server, byte[] body, CancellationToken stop)
    {
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n");
        var asked = new byte[4096];
        try
        {
            while (true)
            {
                using var socket = await server.AcceptSocketAsync(stop);
                await socket.ReceiveAsync(asked, stop);
                await socket.SendAsync(head, stop);
                for (var at = 0; at < body.Length;)
                {
                    at += await socket.SendAsync(body.AsMemory(at), stop);
                }

                socket.Shutdown(SocketShutdown.Both);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
