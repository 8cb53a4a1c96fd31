using BenchmarkDotNet.Attributes;
using BingAds.Benchmarks.Subjects;

namespace BingAds.Benchmarks.Long;

/// <summary>The REST subjects by BenchmarkDotNet: minutes in place of seconds, with spread and error.</summary>
[MemoryDiagnoser]
public class RestBenchmarks
{
    private readonly RestCodec _codec = new();

    [BenchmarkCategory("write"), Benchmark]
    public void Write() => _codec.WriteOurs();

    [BenchmarkCategory("write"), Benchmark]
    public void WriteSourceGenerator() => _codec.WriteStj();

    [BenchmarkCategory("read"), Benchmark]
    public object Read() => _codec.ReadOurs();

    [BenchmarkCategory("read"), Benchmark]
    public object ReadSourceGenerator() => _codec.ReadStj();

    [BenchmarkCategory("read"), Benchmark(Baseline = true)]
    public int ReadBare() => _codec.ReadBare(_codec.Response);
}
