using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;
using BingAds.Contract;

namespace BingAds.Conformance.Wire;

/// <summary>The address of each operation, as the catalogue has it.</summary>
internal sealed class RouteChecks(GoldenFolder golden, ConformanceReport report)
{
    public void Run()
    {
        foreach (var line in golden.Index.DistinctBy(static l => (l.Service, l.Operation)))
        {
            report.Run(line.Service, "routes", line.Operation, () => Compare(line, WireCodec.Operation(line.Service, line.Operation)));
        }
    }

    private static IEnumerable<string> Compare(GoldenIndexLine line, OperationInfo operation)
    {
        var path = $"/{line.Service}/v13/{operation.Path}";
        if (operation.Verb != line.Verb) yield return $"verb: expected {line.Verb}, got {operation.Verb}";
        if (path != line.Path) yield return $"path: expected {line.Path}, got {path}";
        if (operation.SoapAction != line.SoapAction) yield return $"SOAPAction: expected {line.SoapAction}, got {operation.SoapAction}";
        if (ApiCatalog.FindOperationByRoute(line.Verb, line.Path) != operation) yield return $"{line.Verb} {line.Path} does not lead to the operation";
    }
}
