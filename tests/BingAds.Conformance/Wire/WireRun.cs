using BingAds.Conformance.Contract;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;

namespace BingAds.Conformance.Wire;

/// <summary>Everything that a folder of recordings can be used for.</summary>
public static class WireRun
{
    /// <exception cref="ArgumentException">Nothing is recorded in the folder.</exception>
    public static async Task<ConformanceReport> RunAsync(string folder, ContractSchema schema)
    {
        var golden = new GoldenFolder(folder);
        var report = new ConformanceReport();
        var services = golden.Services;
        if (services.Count == 0) throw new ArgumentException($"Nothing is recorded in '{golden.Root}'.");

        var routes = new RouteChecks(golden, report);
        var messages = new MessageChecks(golden, schema, report);
        var behaviour = new BehaviourChecks(golden, schema, report);
        var ids = GoldenIds.Find(golden, services);
        routes.Run();
        await Parallel.ForEachAsync(services, async (service, _) =>
        {
            messages.Run(service);
            behaviour.Run(service);
            // A server each: what one is told to answer must not reach another's caller.
            await using var own = await LoopbackServer.StartAsync();
            await new CallChecks(golden, schema, report, own, ids).RunAsync(service);
        });
        await using var server = await LoopbackServer.StartAsync();
        await new FaultChecks(golden, report, server).RunAsync();
        await new StatusChecks(golden, schema, report, server).RunAsync();
        await new HeaderChecks(golden, report, server).RunAsync();
        return report;
    }
}
