using BenchmarkDotNet.Running;
using BingAds.Benchmarks.Bulk;
using BingAds.Benchmarks.Quick;
using BingAds.Benchmarks.Reports;
using BingAds.Benchmarks.Stub;

switch (args)
{
    case ["quick", var name, .. var rest] when BulkBench.Has(name):
        return await BulkBench.RunAsync(name, rest, Console.Out);
    case ["quick", var name, .. var rest] when ReportBench.Has(name):
        return await ReportBench.RunAsync(name, rest, Console.Out);
    case ["quick", var name]:
        return await QuickRun.RunAsync(name, Console.Out);
    case ["quick"]:
        await Console.Error.WriteLineAsync($"quick needs a subject: {string.Join(", ", SubjectList.Names.Concat(BulkBench.Names).Concat(ReportBench.Names))}");
        return 2;
    case ["stub"]:
        // Hidden: the other process that some subjects call.
        await StubServer.RunAsync();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        return 0;
}
