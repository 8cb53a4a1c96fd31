using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BingAds.Contract;
using Microsoft.AspNetCore.Http;

namespace BingAds.Tests.Clients;

/// <summary>A request as it arrived, seen the same over both transports.</summary>
internal sealed record StubRequest(string Verb, string Path, IReadOnlyDictionary<string, string> HttpHeaders, string Body, string Connection)
{
    private readonly Lazy<XElement?> _envelope = new(() => HttpHeaders.ContainsKey("SOAPAction") ? XElement.Parse(Body) : null);
    private readonly Lazy<JsonObject?> _json = new(() => Body.StartsWith('{') ? (JsonObject)JsonNode.Parse(Body)! : null);

    public XElement? Envelope => _envelope.Value;

    public JsonObject Json => _json.Value!;

    /// <summary>The message in the SOAP body.</summary>
    public XElement Message => Element("Body").Elements().Single();

    public string Operation => HttpHeaders.TryGetValue("SOAPAction", out var action)
        ? action.Trim('"')
        : ApiCatalog.FindOperationByRoute(Verb, Path)?.Name ?? $"{Verb} {Path}";

    public string? Token => Envelope is null ? Sent("Authorization")?["Bearer ".Length..] : Sent("AuthenticationToken");

    /// <summary>A header of the call: HTTP over REST, an element of the envelope's header over SOAP. Null if it was not sent.</summary>
    public string? Sent(string name) => Envelope is null
        ? HttpHeaders.GetValueOrDefault(name)
        : Element("Header").Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    /// <summary>A member at the top of the message as text; null if it was not sent.</summary>
    public string? Member(string name) => Envelope is null
        ? Json[name]?.ToString()
        : Message.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    /// <summary>The values of one member of each item of a list at the top.</summary>
    public IEnumerable<string?> Items(string list, string member) => Envelope is null
        ? Json[list]!.AsArray().Select(i => i![member]?.ToString())
        : Message.Elements().Single(e => e.Name.LocalName == list).Elements().Select(i => i.Elements().FirstOrDefault(e => e.Name.LocalName == member)?.Value);

    public static async Task<StubRequest> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return new StubRequest(
            context.Request.Method, context.Request.Path,
            context.Request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted), context.Connection.Id);
    }

    private XElement Element(string name) => Envelope!.Elements().Single(e => e.Name.LocalName == name);
}
