using BingAds.Benchmarks.Data;
using BingAds.Benchmarks.Quick;

namespace BingAds.Benchmarks.Subjects;

/// <summary><c>AddCampaigns</c> with 1,000 campaigns, written as JSON.</summary>
internal sealed class RestWrite : ISubject
{
    public string Name => "rest-write";

    public Task<QuickResult> RunAsync(TextWriter log)
    {
        var codec = new RestCodec();
        codec.WriteOurs();
        var written = codec.Written.ToArray();
        log.WriteLine($"checksum ours                  {Fold.OfBytes(codec.Written)}");
        codec.WriteStj();
        log.WriteLine($"checksum stj-source-generator  {Fold.OfBytes(codec.Written)}");
        if (!codec.Written.SequenceEqual(written))
        {
            throw new InvalidOperationException("The two sides did not write the same bytes.");
        }

        var result = new QuickResult(Name, "MB/s");
        new Contest()
            .Add("ours", codec.WriteOurs)
            .Add("stj-source-generator", codec.WriteStj)
            .Add("utf8jsonreader", () => codec.ReadBare(written))
            .Run(result, written.Length / 1e6);
        return Task.FromResult(result);
    }
}
