using System.Text.Json;

namespace BingAds.Emulator.Descriptions;

/// <summary>Describes a service for REST clients of any language (OpenAPI 3.1).</summary>
internal sealed class OpenApiWriter(ServiceContract contract, Utf8JsonWriter writer, string baseAddress)
{
    private static readonly string[] s_refusals = ["400", "401", "403", "429", "500"];

    public void Write()
    {
        writer.WriteStartObject();
        writer.WriteString("openapi", "3.1.0");
        Info();
        writer.WriteStartArray("servers");
        writer.WriteStartObject();
        writer.WriteString("url", baseAddress);
        writer.WriteEndObject();
        writer.WriteEndArray();
        Security();
        Paths();
        writer.WriteStartObject("components");
        Headers();
        Refusal();
        new JsonSchemaWriter(contract, writer).Write();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Info()
    {
        writer.WriteStartObject("info");
        writer.WriteString("title", $"{contract.Service} (v13)");
        writer.WriteString("version", "13.0");
        writer.WriteString(
            "description", "As this emulator answers. 64-bit numbers are written as strings, dates and times without a zone and in UTC; a member that is null was not set.");
        writer.WriteEndObject();
    }

    private void Security()
    {
        writer.WriteStartArray("security");
        writer.WriteStartObject();
        writer.WriteStartArray("bearer");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private void Paths()
    {
        writer.WriteStartObject("paths");
        foreach (var path in contract.Operations.GroupBy(static o => o.Path))
        {
            writer.WriteStartObject($"{contract.Rest.Prefix}/{path.Key}");
            foreach (var operation in path)
            {
                Operation(operation);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void Operation(ContractOperation operation)
    {
        writer.WriteStartObject(operation.Verb.ToLowerInvariant());
        writer.WriteString("operationId", operation.Name);
        writer.WriteStartArray("parameters");
        foreach (var header in ApiHeaders())
        {
            Reference($"parameters/{header}");
        }

        writer.WriteEndArray();
        writer.WriteStartObject("requestBody");
        writer.WriteBoolean("required", true);
        Content(operation.Request);
        writer.WriteEndObject();
        writer.WriteStartObject("responses");
        writer.WriteStartObject("200");
        writer.WriteString("description", "The answer; what failed of a batch stands in it.");
        writer.WriteStartObject("headers");
        writer.WriteStartObject("TrackingId");
        Reference("headers/TrackingId", isOpen: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
        Content(operation.Response);
        writer.WriteEndObject();
        foreach (var status in s_refusals)
        {
            writer.WriteStartObject(status);
            Reference("responses/Refusal", isOpen: true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Content(string schema)
    {
        writer.WriteStartObject("content");
        writer.WriteStartObject("application/json");
        writer.WriteStartObject("schema");
        Reference($"schemas/{schema}", isOpen: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Headers()
    {
        writer.WriteStartObject("securitySchemes");
        writer.WriteStartObject("bearer");
        writer.WriteString("type", "http");
        writer.WriteString("scheme", "bearer");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("parameters");
        foreach (var header in ApiHeaders())
        {
            writer.WriteStartObject(header);
            writer.WriteString("name", header);
            writer.WriteString("in", "header");
            writer.WriteBoolean("required", header == "DeveloperToken");
            writer.WriteStartObject("schema");
            writer.WriteString("type", "string");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("headers");
        writer.WriteStartObject("TrackingId");
        writer.WriteString("description", "Names the call in the service's logs.");
        writer.WriteStartObject("schema");
        writer.WriteString("type", "string");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Refusal()
    {
        writer.WriteStartObject("responses");
        writer.WriteStartObject("Refusal");
        writer.WriteString("description", "A fault: nothing was done.");
        Content(JsonSchemaWriter.AnyOf("ApplicationFault"));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private IEnumerable<string> ApiHeaders() => contract.Rest.RequestHeaders.Where(static h => h != "Authorization");

    private void Reference(string name, bool isOpen = false)
    {
        if (!isOpen)
            writer.WriteStartObject();
        writer.WriteString("$ref", "#/components/" + name);
        if (!isOpen)
            writer.WriteEndObject();
    }
}
