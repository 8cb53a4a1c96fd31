using System.Xml.Linq;
using BingAds.Conformance.Compare;
using BingAds.Conformance.Contract;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;

namespace BingAds.Conformance.Wire;

/// <summary>Every recorded body becomes an object and is written again: in its own form, and in the other one.</summary>
internal sealed class MessageChecks(GoldenFolder golden, ContractSchema schema, ConformanceReport report)
{
    public void Run(string service)
    {
        Compare(service, response: false,
            golden.Requests("rest", service).Select(static r => (Key: (r.Operation, r.Variant), r.Body)),
            golden.Requests("soap", service).Select(static r => (Key: (r.Operation, r.Variant), r.Body)));
        Compare(service, response: true,
            golden.Responses("rest", service).Select(static r => (Key: (r.Operation, r.Variant), r.Body)),
            golden.Responses("soap", service).Select(static r => (Key: (r.Operation, r.Variant), r.Body)));
    }

    private void Compare(
        string service, bool response,
        IEnumerable<((string Operation, int Variant) Key, string Body)> restBodies, IEnumerable<((string Operation, int Variant) Key, string Body)> soapBodies)
    {
        var rest = restBodies.ToDictionary(static b => b.Key, static b => b.Body);
        var soap = soapBodies.ToDictionary(static b => b.Key, static b => b.Body);
        var kind = response ? "response" : "request";
        foreach (var ((name, variant), body) in rest)
        {
            var line = new MessageLine(schema[service], WireCodec.Operation(service, name), response);
            report.Run(service, "rest", $"{name}#{variant} rest {kind}", () => line.JsonToJson(body));
            if (soap.TryGetValue((name, variant), out var envelope))
            {
                report.Run(service, "rest", $"{name}#{variant} rest {kind} written as soap", () => line.JsonToXml(body, SoapEnvelope.Parse(envelope).Content));
            }
        }

        foreach (var ((name, variant), envelope) in soap)
        {
            var line = new MessageLine(schema[service], WireCodec.Operation(service, name), response);
            report.Run(service, "soap", $"{name}#{variant} soap {kind}", () => line.XmlToXml(envelope));
            if (rest.TryGetValue((name, variant), out var body))
            {
                report.Run(service, "soap", $"{name}#{variant} soap {kind} written as rest", () => line.XmlToJson(envelope, body));
            }
        }
    }
}
