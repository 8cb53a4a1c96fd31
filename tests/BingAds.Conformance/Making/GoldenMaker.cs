using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Making;

/// <summary>Writes a folder of made-up wire data in the form of the recordings, from the contract and a seed.</summary>
public sealed class GoldenMaker(ContractSchema schema, int seed)
{
    private const string Token = "made-token-ü&<>";
    private const string RestToken = "made-token";
    private const string DeveloperToken = "MADEDEVTOKEN";
    private const string AccountId = "410001";
    private const string CustomerId = "420002";

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the folder; files that it holds already are replaced.</summary>
    /// <param name="folder">Made if it is missing.</param>
    /// <param name="isWanted">Which operations to write, by <c>Service.Operation</c>.</param>
    public void Write(string folder, Func<string, bool> isWanted)
    {
        var index = new List<JsonObject>();
        var faults = (OverRest: new List<JsonObject>(), OverSoap: new List<JsonObject>());
        var statusCases = new List<JsonObject>();
        foreach (var name in schema.Services)
        {
            var service = schema[name];
            var lines = new Lines();
            foreach (var operation in service.Operations.Where(o => isWanted($"{name}.{o.Name}"))) Operation(service, operation, index, lines);
            if (lines.RestRequests.Count == 0) continue;
            Save(folder, $"rest/{name}.requests.jsonl", lines.RestRequests);
            Save(folder, $"rest/{name}.responses.jsonl", lines.RestResponses);
            Save(folder, $"soap/{name}.requests.jsonl", lines.SoapRequests);
            Save(folder, $"soap/{name}.responses.jsonl", lines.SoapResponses);
            Save(folder, $"behaviour/{name}.jsonl", lines.Changes);
            Faults(service, service.Operations.First(o => isWanted($"{name}.{o.Name}")), faults);
            statusCases.AddRange(StatusCases.Select(c => new JsonObject { ["service"] = name, ["case"] = c.Case, ["status"] = c.Status }));
        }

        Save(folder, "index.jsonl", index);
        Save(folder, "faults/rest.jsonl", faults.OverRest);
        Save(folder, "faults/soap.jsonl", faults.OverSoap);
        Save(folder, "behaviour/status-codes.jsonl", statusCases);
    }

    private static IEnumerable<(string Case, int Status)> StatusCases =>
    [
        ("fault with unknown property", 500), ("fault with unknown Type", 500), ("fault with no Type", 500), ("html body", 500), ("empty body", 500),
        ("fault body, Retry-After 3", 429), ("html body", 403), ("html body", 503), ("fault body", 409), ("no content", 204), ("html body", 200),
        ("redirect", 302), ("not found", 404), ("call after 404 (server healthy again)", 200), ("not implemented, Retry-After 1", 501),
        ("call directly after 501", 200),
    ];

    private void Operation(ServiceSchema service, OperationDetails operation, List<JsonObject> index, Lines lines)
    {
        var path = $"{service.RestPrefix}/{operation.Path}";
        index.Add(new JsonObject
        {
            ["service"] = service.Name, ["operation"] = operation.Name, ["variant"] = 0, ["verb"] = operation.Verb, ["path"] = path,
            ["soapAction"] = operation.SoapAction, ["soapPath"] = service.SoapPath,
        });

        var (json, xml) = Maker(service, operation.Request).Make(operation.Request);
        lines.RestRequests.Add(new JsonObject
        {
            ["operation"] = operation.Name, ["variant"] = 0, ["verb"] = operation.Verb, ["path"] = path,
            ["headers"] = RestHeaders(service, json), ["body"] = Text(json),
        });
        lines.SoapRequests.Add(new JsonObject
        {
            ["operation"] = operation.Name, ["variant"] = 0, ["verb"] = "POST", ["path"] = service.SoapPath, ["soapAction"] = operation.SoapAction,
            ["headers"] = new JsonObject { ["Content-Type"] = "text/xml; charset=utf-8", ["SOAPAction"] = $"\"{operation.SoapAction}\"" },
            ["body"] = Envelope(SoapHeaders(service), xml),
        });

        (json, xml) = Maker(service, operation.Response).Make(operation.Response);
        var trackingId = string.Create(CultureInfo.InvariantCulture, $"made-{seed}-{operation.Name}");
        lines.RestResponses.Add(new JsonObject
        {
            ["operation"] = operation.Name, ["variant"] = 0, ["status"] = 200,
            ["headers"] = new JsonObject { ["TrackingId"] = trackingId, ["Content-Type"] = "application/json; charset=utf-8" }, ["body"] = Text(json),
        });
        lines.SoapResponses.Add(new JsonObject
        {
            ["operation"] = operation.Name, ["variant"] = 0, ["body"] = Envelope([new XElement(service.Namespace + "TrackingId", trackingId)], xml),
        });
        lines.Changes.AddRange(ChangeFinder.Find(json, service.TypeShape(operation.Response)!)
            .Select(c => new JsonObject { ["transport"] = c.Transport, ["operation"] = operation.Name, ["mutation"] = c.Mutation, ["path"] = c.Path }));
    }

    private void Faults(ServiceSchema service, OperationDetails operation, (List<JsonObject> OverRest, List<JsonObject> OverSoap) faults)
    {
        // Over SOAP a fault may come under its own name, or under that of a declared type that it is derived from.
        var types = operation.Faults.SelectMany(declared => service.DerivedTypes(declared).Select(type => (Declared: declared, Type: type)));
        foreach (var (declared, type) in types)
        {
            var maker = Maker(service, type);
            var (json, _) = maker.Make(type);
            json["TrackingId"] = "made-fault";
            if (type == declared)
            {
                faults.OverRest.Add(new JsonObject
                {
                    ["service"] = service.Name, ["operation"] = operation.Name, ["faultType"] = type, ["status"] = 400,
                    ["headers"] = new JsonObject { ["Content-Type"] = "application/json", ["TrackingId"] = "made-fault" }, ["body"] = Text(json),
                });
            }

            var (_, detail) = maker.Make(type);
            detail.Name = service.TypeNamespace(declared) + declared;
            if (type != declared)
            {
                detail.SetAttributeValue(XNamespace.Xmlns + "t", service.TypeNamespace(type).NamespaceName);
                detail.SetAttributeValue(WireNames.Instance + "type", "t:" + type);
            }

            if (detail.Elements().FirstOrDefault(static e => e.Name.LocalName == "TrackingId") is { } id) id.ReplaceWith(new XElement(id.Name, "made-fault"));
            var fault = new XElement(
                WireNames.Soap + "Fault", new XElement("faultcode", "s:Server"), new XElement("faultstring", "Something is wrong."), new XElement("detail", detail));
            faults.OverSoap.Add(new JsonObject
            {
                ["service"] = service.Name, ["operation"] = operation.Name, ["faultType"] = type, ["status"] = 500,
                ["body"] = Envelope([new XElement(service.Namespace + "TrackingId", "made-fault")], fault),
            });
        }
    }

    /// <summary>Each message has a seed of its own, so that what is made doesn't depend on which others are.</summary>
    private MessageMaker Maker(ServiceSchema service, string message)
    {
        var hash = 17;
        foreach (var c in service.Name + message) hash = unchecked((hash * 31) + c);
        return new MessageMaker(service, new Random(unchecked(hash + (seed * 7919))));
    }

    private static JsonObject RestHeaders(ServiceSchema service, JsonObject body)
    {
        var hasIds = service.SoapHeaders.Contains("CustomerId");
        var customer = body["CustomerId"] is JsonValue own ? own.GetValue<string>() : hasIds ? CustomerId : "";
        return new JsonObject
        {
            ["Authorization"] = "Bearer " + RestToken, ["Content-Type"] = "application/json; charset=utf-8",
            ["CustomerAccountId"] = hasIds ? AccountId : "", ["CustomerId"] = customer, ["DeveloperToken"] = DeveloperToken,
        };
    }

    private static IEnumerable<XElement> SoapHeaders(ServiceSchema service) => service.SoapHeaders.Select(name =>
    {
        var value = name switch
        {
            "AuthenticationToken" => Token, "CustomerAccountId" => AccountId, "CustomerId" => CustomerId, "DeveloperToken" => DeveloperToken, _ => null,
        };
        return value is null
            ? new XElement(service.Namespace + name, new XAttribute(WireNames.Instance + "nil", "true"))
            : new XElement(service.Namespace + name, value);
    });

    private static string Envelope(IEnumerable<XElement> headers, XElement content)
    {
        var envelope = new XElement(
            WireNames.Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "s", WireNames.Soap), new XAttribute(XNamespace.Xmlns + "i", WireNames.Instance),
            new XElement(WireNames.Soap + "Header", headers), new XElement(WireNames.Soap + "Body", content));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize })) envelope.Save(writer);
        return text.ToString();
    }

    private static string Text(JsonNode node) => node.ToJsonString(s_plain);

    private static void Save(string folder, string name, List<JsonObject> lines)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Concat(lines.Select(static line => line.ToJsonString(s_plain) + "\n")));
    }

    private sealed class Lines
    {
        public List<JsonObject> RestRequests { get; } = [];

        public List<JsonObject> RestResponses { get; } = [];

        public List<JsonObject> SoapRequests { get; } = [];

        public List<JsonObject> SoapResponses { get; } = [];

        public List<JsonObject> Changes { get; } = [];
    }
}
