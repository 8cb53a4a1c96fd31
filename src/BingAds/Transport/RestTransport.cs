using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Transport;

/// <summary>JSON over HTTP: a route an operation, headers for credentials and ids.</summary>
internal sealed class RestTransport(Func<ServiceName, Uri> endpoint, int maxDepth) : ITransport
{
    private readonly ConcurrentDictionary<OperationInfo, Uri> _addresses = new();
    private Utf8JsonWriter? _spareWriter;

    public HeaderTarget Target => HeaderTarget.Rest;

    public string ContentType => "application/json; charset=utf-8";

    public Uri GetAddress(OperationInfo operation) =>
        _addresses.GetOrAdd(operation, static (o, e) => new Uri(e(o.Service), o.Path), endpoint);

    public HttpMethod GetVerb(OperationInfo operation) => operation.Verb switch
    {
        "POST" => HttpMethod.Post,
        "PUT" => HttpMethod.Put,
        "DELETE" => HttpMethod.Delete,
        var other => new HttpMethod(other),
    };

    public void Write(ApiRequest request, RequestHeaders headers, PooledBuffer body)
    {
        // Writing is over before anything is waited for, so that one spare writer serves nearly all calls.
        var json = Interlocked.Exchange(ref _spareWriter, null) ?? WireJson.CreateWriter(body);
        json.Reset(body);
        WireJson.Write(request, json, NullPolicy.Omit);
        _spareWriter = json;
    }

    public void SetHeaders(HttpRequestMessage message, OperationInfo operation, RequestHeaders headers)
    {
        foreach (var (name, value) in headers.AsSpan())
        {
            if (message.Headers.TryAddWithoutValidation(name, value))
            {
                continue;
            }

            // Content-Type and the like belong to the body; what has no place at all must not get lost in silence.
            try
            {
                message.Content!.Headers.Remove(name);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
            catch (FormatException exception)
            {
                throw new ArgumentException($"'{name}' is not the name of an HTTP header.", nameof(headers), exception);
            }
        }
    }

    public void Parse(HttpReply reply, MessageContext context, IReadOnlyList<IMessagePlugin> plugins)
    {
        try
        {
            context.Json = JsonNode.Parse(FaultReader.WithoutMark(reply.Body.Memory).Span, documentOptions: new JsonDocumentOptions { MaxDepth = maxDepth });
        }
        catch (JsonException)
        {
            // No JSON: the plug-ins see the status and the headers, and the call ends with an error of its own.
        }

        foreach (var plugin in plugins)
        {
            plugin.Parsed(context);
        }

        if (context.Json is { } changed)
        {
            reply.Body.Clear();
            using var json = WireJson.CreateWriter(reply.Body);
            changed.WriteTo(json);
        }
    }

    public FaultReader.Fault? Read(HttpReply reply, ApiResponse response, OperationInfo operation)
    {
        if (!reply.IsSuccess)
        {
            return FaultReader.ReadJson(reply.Body.Memory, operation.Service, maxDepth);
        }

        if (reply.Body.Length == 0 && response.WireType.Members.Length == 0)
        {
            return null; // Nothing to say, said in two ways: {} or no body.
        }

        WireJson.ReadInto(response, reply.Body.Span, maxDepth);
        return IsFault(response) ? FaultReader.ReadJson(reply.Body.Memory, operation.Service, maxDepth) : null;
    }

    // A gateway may answer 200 with a fault in the body.
    private static bool IsFault(ApiResponse response) =>
        response.UnknownOrNull is { } unknown
        && unknown["TrackingId"] is not null
        && unknown["Type"]?.Contains("Fault", StringComparison.Ordinal) == true;
}
