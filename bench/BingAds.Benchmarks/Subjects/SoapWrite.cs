using BingAds.Benchmarks.Data;
using BingAds.Benchmarks.Quick;

namespace BingAds.Benchmarks.Subjects;

/// <summary><c>AddCampaigns</c> with 1,000 campaigns, written as XML.</summary>
internal sealed class SoapWrite : ISubject
{
    public string Name => "soap-write";

    public Task<QuickResult> RunAsync(TextWriter log)
    {
        var codec = new SoapCodec();
        codec.WriteOurs();
        var written = codec.Written;
        log.WriteLine($"checksum ours              {IndependentRead.OfXml(written, "Campaigns")}");
        log.WriteLine($"checksum of what is there  {SampleCampaigns.Checksum(SampleCampaigns.Request().Campaigns!)}");
        var result = new QuickResult(Name, "MB/s");
        new Contest()
            .Add("ours", codec.WriteOurs)
            .Add("xmlreader", () => codec.ReadBare(written))
            .Run(result, written.Length / 1e6);
        return Task.FromResult(result);
    }
}
