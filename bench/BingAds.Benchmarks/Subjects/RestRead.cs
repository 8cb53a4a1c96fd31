using BingAds.Benchmarks.Data;
using BingAds.Benchmarks.Quick;

namespace BingAds.Benchmarks.Subjects;

/// <summary><c>GetCampaignsByAccountId</c> with 1,000 campaigns, read from JSON.</summary>
internal sealed class RestRead : ISubject
{
    public string Name => "rest-read";

    public Task<QuickResult> RunAsync(TextWriter log)
    {
        var codec = new RestCodec();
        var ours = SampleCampaigns.Checksum(codec.ReadOurs().Campaigns);
        var stj = StjChecksum.Of(codec.ReadStj().Campaigns!);
        var independent = IndependentRead.OfJson(codec.Response, "Campaigns");
        log.WriteLine($"checksum ours                  {ours}");
        log.WriteLine($"checksum stj-source-generator  {stj}");
        log.WriteLine($"checksum independent read      {independent}");
        if (ours != stj || ours != independent)
        {
            throw new InvalidOperationException("The sides did not read the same members.");
        }

        var result = new QuickResult(Name, "MB/s");
        new Contest()
            .Add("ours", () => codec.ReadOurs())
            .Add("stj-source-generator", () => codec.ReadStj())
            .Add("utf8jsonreader", () => codec.ReadBare(codec.Response))
            .Run(result, codec.Response.Length / 1e6);
        return Task.FromResult(result);
    }
}
