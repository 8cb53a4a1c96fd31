using BingAds.Benchmarks.Data;
using BingAds.Benchmarks.Quick;

namespace BingAds.Benchmarks.Subjects;

/// <summary><c>GetCampaignsByAccountId</c> with 1,000 campaigns, read from XML.</summary>
internal sealed class SoapRead : ISubject
{
    public string Name => "soap-read";

    public Task<QuickResult> RunAsync(TextWriter log)
    {
        var codec = new SoapCodec();
        var ours = SampleCampaigns.Checksum(codec.ReadOurs().Campaigns);
        var independent = IndependentRead.OfXml(codec.Response, "Campaigns");
        log.WriteLine($"checksum ours              {ours}");
        log.WriteLine($"checksum independent read  {independent}");
        if (ours != independent)
        {
            throw new InvalidOperationException("The sides did not read the same members.");
        }

        var result = new QuickResult(Name, "MB/s");
        new Contest()
            .Add("ours", () => codec.ReadOurs())
            .Add("xmlreader", () => codec.ReadBare(codec.Response))
            .Run(result, codec.Response.Length / 1e6);
        return Task.FromResult(result);
    }
}
