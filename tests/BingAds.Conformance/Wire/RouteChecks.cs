using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;
using BingAds.Contract;

namespace BingAds.Conformance.Wire;

/// <summary>The addresses of services and operations, as the catalogue has them.</summary>
internal sealed class RouteChecks(GoldenFolder golden, ConformanceReport report)
{
    public void Run()
    {
        foreach (var line in golden.Addresses) report.Run(line.Service, "routes", "addresses", () => Compare(line));
        foreach (var line in golden.Index.DistinctBy(static l => (l.Service, l.Operation)))
        {
            report.Run(line.Service, "routes", line.Operation, () => Compare(line, WireCodec.Operation(line.Service, line.Operation)));
        }
    }

    private static IEnumerable<string> Compare(GoldenService line)
    {
        var service = Enum.Parse<ServiceName>(line.Service);
        (string Expected, Uri Actual)[] addresses =
        [
            (line.RestBase, ServiceInfo.GetEndpoint(service)),
            (line.RestBaseSandbox, ServiceInfo.GetEndpoint(service, ApiEnvironment.Sandbox)),
            (line.SoapUrl, ServiceInfo.GetEndpoint(service, transport: ApiTransport.Soap)),
            (line.SoapUrlSandbox, ServiceInfo.GetEndpoint(service, ApiEnvironment.Sandbox, ApiTransport.Soap)),
        ];
        return addresses.Where(static a => a.Expected != a.Actual.AbsoluteUri).Select(static a => $"expected {a.Expected}, got {a.Actual.AbsoluteUri}");
    }

    private static IEnumerable<string> Compare(GoldenIndexLine line, OperationInfo operation)
    {
        var path = $"/{line.Service}/v13/{operation.Path}";
        if (operation.Verb != line.Verb) yield return $"verb: expected {line.Verb}, got {operation.Verb}";
        if (path != line.Path) yield return $"path: expected {line.Path}, got {path}";
        var soapPath = ServiceInfo.GetEndpoint(operation.Service, transport: ApiTransport.Soap).AbsolutePath;
        if (soapPath != line.SoapPath) yield return $"SOAP path: expected {line.SoapPath}, got {soapPath}";
        if (operation.SoapAction != line.SoapAction) yield return $"SOAPAction: expected {line.SoapAction}, got {operation.SoapAction}";
        if (ApiCatalog.FindOperationByRoute(line.Verb, line.Path) != operation) yield return $"{line.Verb} {line.Path} does not lead to the operation";
    }
}
