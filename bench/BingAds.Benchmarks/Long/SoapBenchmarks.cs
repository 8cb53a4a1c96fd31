using BenchmarkDotNet.Attributes;
using BingAds.Benchmarks.Subjects;

namespace BingAds.Benchmarks.Long;

/// <summary>The SOAP subjects by BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class SoapBenchmarks
{
    private readonly SoapCodec _codec = new();

    [Benchmark]
    public void Write() => _codec.WriteOurs();

    [Benchmark]
    public object Read() => _codec.ReadOurs();

    [Benchmark(Baseline = true)]
    public int ReadBare() => _codec.ReadBare(_codec.Response);
}
