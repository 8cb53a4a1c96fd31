using BingAds.Conformance.Contract;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;

namespace BingAds.Conformance.Wire;

/// <summary>Everything that a folder of recordings can be used for.</summary>
public static class WireRun
{
    public static Task<ConformanceReport> RunAsync(string folder, ContractSchema schema)
    {
        var golden = new GoldenFolder(folder);
        var report = new ConformanceReport();
        var services = golden.Index.Select(static line => line.Service).Distinct().ToList();
        if (services.Count == 0) throw new ArgumentException($"There is no index.jsonl with recordings in '{golden.Root}'.");
        var messages = new MessageChecks(golden, schema, report);
        var behaviour = new BehaviourChecks(golden, schema, report);
        Parallel.ForEach(services, service =>
        {
            messages.Run(service);
            behaviour.Run(service);
        });
        return Task.FromResult(report);
    }
}
