using System.Collections.Concurrent;
using System.Text.Json;
using System.Xml;
using BingAds.Contract;
using BingAds.Emulator.Api;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Descriptions;

/// <summary>Gives the descriptions of services: <c>?wsdl</c>, <c>?singleWsdl</c> and <c>?xsd=</c> at their SOAP addresses, and OpenAPI below <see cref="OpenApiRoot"/>.</summary>
internal sealed class DescriptionEndpoint
{
    public const string OpenApiRoot = "/openapi/v13/";

    private const int MaxMade = 100;

    // Made from the contract when they are first asked for, and not again: some are megabytes.
    private readonly ConcurrentDictionary<(ServiceName Service, string Kind, string Base), byte[]> _made = new();

    /// <summary>What answers a request for a description; null if it is none.</summary>
    public RequestDelegate? Find(HttpRequest request, string path)
    {
        if (!HttpMethods.IsGet(request.Method))
            return null;
        if (ServiceAddresses.FindSoap(path) is { } service)
            return Soap(request, service);
        return path.StartsWith(OpenApiRoot, StringComparison.OrdinalIgnoreCase) && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && Enum.TryParse<ServiceName>(path[OpenApiRoot.Length..^".json".Length], ignoreCase: true, out var rest) && Enum.IsDefined(rest)
            ? c => AnswerAsync(c, rest, "openapi", "application/json", OpenApi)
            : null;
    }

    private RequestDelegate? Soap(HttpRequest request, ServiceName service)
    {
        if (request.Query.TryGetValue("xsd", out var ns))
            return c => SchemaAsync(c, service, ns.ToString());
        var kind = request.Query.Keys.FirstOrDefault(static k => k.Length > 0) ?? request.QueryString.Value?.TrimStart('?');
        return kind?.ToUpperInvariant() switch
        {
            "WSDL" => c => AnswerAsync(c, service, "wsdl", "text/xml", static (contract, address) => Xml(w => new WsdlWriter(contract, w, address).Write(isSingle: false))),
            "SINGLEWSDL" => c => AnswerAsync(c, service, "singleWsdl", "text/xml", static (contract, address) => Xml(w => new WsdlWriter(contract, w, address).Write(isSingle: true))),
            _ => null,
        };
    }

    private async Task SchemaAsync(HttpContext context, ServiceName service, string ns)
    {
        if (!ServiceContract.Load(service).Namespaces.ContainsKey(ns))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await AnswerAsync(context, service, "xsd:" + ns, "text/xml", (contract, address) =>
            Xml(w => new XmlSchemaWriter(contract, w).Write(ns, other => WsdlWriter.SchemaAddress(address, other)))).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, ServiceName service, string kind, string contentType, Func<ServiceContract, string, byte[]> make)
    {
        var host = $"{context.Request.Scheme}://{context.Request.Host}";
        var address = kind == "openapi" ? host : host + ServiceAddresses.SoapPath(service);
        if (_made.Count > MaxMade)
            _made.Clear(); // Whoever calls by ever new host names.
        var body = _made.GetOrAdd((service, kind, host), _ => make(ServiceContract.Load(service), address));
        context.Response.ContentType = contentType + "; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] OpenApi(ServiceContract contract, string address)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            new OpenApiWriter(contract, writer, address).Write();
        }

        return stream.ToArray();
    }

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new System.Text.UTF8Encoding(false) }))
        {
            write(writer);
        }

        return stream.ToArray();
    }
}
