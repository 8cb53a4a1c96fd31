using System.Buffers;
using System.Diagnostics;
using BingAds.Benchmarks.Data;
using BingAds.Benchmarks.Quick;
using BingAds.Benchmarks.Stub;
using BingAds.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Benchmarks.Subjects;

/// <summary><c>GetCampaignsByIds</c> with three campaigns back, 32 calls at a time, over loopback to another process.</summary>
internal sealed class SmallCalls : ISubject
{
    private const int Parallel = 32;
    private const int WarmUp = 15_000;
    private const int WarmUpParts = 5;
    private const int Measured = 15_000;
    private const int Rounds = 15;
    private const string Token = "EwB4A8l6BAAUO9chh8cJscQLmU+LSWpbnr0vmwwAAY0aNfX2yB1TnR5kU2c7Qm0Kx3HfJ8vWn4bPq9sZt6LrEyXc";

    public string Name => "calls";

    public async Task<QuickResult> RunAsync(TextWriter log)
    {
        using var stub = new StubProcess();
        var request = new GetCampaignsByIdsRequest { AccountId = 180_011_223, CampaignIds = [300_000_000, 300_000_001, 300_000_002] };
        using var client = MakeOurs(stub.Address);
        using var bare = new HttpClient();
        var body = Serialize(request);
        var address = new Uri(stub.Address, "/CampaignManagement/v13/Campaigns/QueryByIds");

        Func<Task> ours = async () => await client.GetCampaignsByIdsAsync(request);
        Func<Task> plain = async () => await CallBareAsync(bare, address, body, HttpCompletionOption.ResponseContentRead);
        var atFirst = await stub.CountConnectionsAsync();
        var answer = await client.GetCampaignsByIdsAsync(request);
        await WarmUpAsync(ours);
        var afterOurs = await stub.CountConnectionsAsync();
        var raw = await CallBareAsync(bare, address, body, HttpCompletionOption.ResponseContentRead);
        await WarmUpAsync(plain);
        var afterPlain = await stub.CountConnectionsAsync();
        log.WriteLine($"checksum ours        {SampleCampaigns.Checksum(answer.Campaigns)}");
        log.WriteLine($"checksum httpclient  {IndependentRead.OfJson(raw, "Campaigns")} ({raw.Length} bytes)");

        var oursRounds = new List<Measurement>();
        var plainRounds = new List<Measurement>();
        for (var round = 0; round < Rounds; round++)
        {
            oursRounds.Add(await RunAsync(ours, Measured / Rounds));
            plainRounds.Add(await RunAsync(plain, Measured / Rounds));
        }

        var more = await stub.CountConnectionsAsync() - afterPlain;
        var result = new QuickResult(Name, "calls/s")
        {
            Ours = Median(oursRounds.Select(static m => m.CallsPerSecond)),
            AllocatedBytesPerOp = (long)Median(oursRounds.Select(static m => m.AllocatedPerCall)),
        };
        result.Baselines["httpclient"] = Median(plainRounds.Select(static m => m.CallsPerSecond));
        result.BaselineAllocatedBytesPerOp["httpclient"] = (long)Median(plainRounds.Select(static m => m.AllocatedPerCall));
        result.Add("connections", afterOurs - atFirst);
        result.Add("baseline_connections", new Dictionary<string, int> { ["httpclient"] = afterPlain - afterOurs });
        result.Add("connections_opened_while_measuring", more);
        return result;
    }

    private static CampaignManagementClient MakeOurs(Uri address) => new(
        new AuthorizationData
        {
            AccountId = 180_011_223,
            CustomerId = 251_234_567,
            DeveloperToken = "BBD37VB98",
            Authentication = new OAuthDesktopMobileAuthCodeGrant("bench") { OAuthTokens = new OAuthTokens(Token, 3600) },
        },
        new ServiceClientOptions { BaseAddress = address });

    private static byte[] Serialize(GetCampaignsByIdsRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        WireJson.Write(request, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The same headers and the same body as ours, by the cheapest way that HttpClient has for them.</summary>
    private static async Task<byte[]> CallBareAsync(HttpClient client, Uri address, byte[] body, HttpCompletionOption completion)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        message.Headers.TryAddWithoutValidation("DeveloperToken", "BBD37VB98");
        message.Headers.TryAddWithoutValidation("CustomerId", "251234567");
        message.Headers.TryAddWithoutValidation("CustomerAccountId", "180011223");
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token);
        message.Headers.TryAddWithoutValidation("User-Agent", "bench/1.0");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        using var response = await client.SendAsync(message, completion);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    // In parts: the code of the next tier is compiled in the background, which on a busy machine gets its turn only while nothing else runs.
    private static async Task WarmUpAsync(Func<Task> call)
    {
        for (var part = 0; part < WarmUpParts; part++)
        {
            await RunAsync(call, WarmUp / WarmUpParts);
            await Task.Delay(300);
        }
    }

    private static async Task<Measurement> RunAsync(Func<Task> call, int calls)
    {
        var left = calls;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await call();
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        return new Measurement(calls / seconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)calls);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private readonly record struct Measurement(double CallsPerSecond, double AllocatedPerCall);
}
