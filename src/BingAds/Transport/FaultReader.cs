using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using BingAds.Contract;
using BingAds.Contract.Xml;
using BingAds.Errors;

namespace BingAds.Transport;

/// <summary>
/// Finds the errors in a fault of any type, known or not: by the names that all fault types share and not by the types, so that a new
/// member or a new type of fault never hides a code.
/// </summary>
internal static class FaultReader
{
    /// <summary>What a fault says.</summary>
    public sealed record Fault(string? Type, string? TrackingId, string? Message, IReadOnlyList<ApiError> Errors);

    /// <summary>Reads a REST fault; null if the body is no JSON object.</summary>
    public static Fault? ReadJson(ReadOnlyMemory<byte> body, ServiceName? service, int maxDepth)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(body), new JsonDocumentOptions { MaxDepth = maxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var errors = new List<ApiError>();
            string? type = null, trackingId = null, message = null;
            foreach (var member in document.RootElement.EnumerateObject())
            {
                switch (member.Value.ValueKind)
                {
                    case JsonValueKind.Array:
                        AddAll(errors, member.Name, member.Value, service);
                        break;
                    case JsonValueKind.String when Is(member.Name, "Type"):
                        type = Text(member.Value);
                        break;
                    case JsonValueKind.String when Is(member.Name, "TrackingId"):
                        trackingId = Text(member.Value);
                        break;
                    case JsonValueKind.String when Is(member.Name, "Message"):
                        message = Text(member.Value);
                        break;
                }
            }

            return new Fault(type, trackingId, message, errors);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a SOAP fault element, on which the reader stands.</summary>
    public static Fault ReadXml(XmlReader reader, ServiceName? service)
    {
        var fault = (XElement)XNode.ReadFrom(reader);
        var detail = fault.Elements().FirstOrDefault(static e => Is(e.Name.LocalName, "detail"))?.Elements().FirstOrDefault();
        var errors = new List<ApiError>();
        foreach (var list in detail?.Elements() ?? [])
        {
            foreach (var item in list.Elements().Where(static e => e.Elements().Any(static m => Is(m.Name.LocalName, "Code") || Is(m.Name.LocalName, "ErrorCode"))))
            {
                errors.Add(Error(KindOf(list.Name.LocalName), service, name => Text(item, name)));
            }
        }

        // A fault that the operation declares by its base type comes under the base's name, with its own in xsi:type.
        var subtype = detail?.Attribute(XName.Get("type", XmlNames.InstanceNamespace))?.Value.Trim();
        return new Fault(
            subtype is { Length: > 0 } ? subtype[(subtype.IndexOf(':') + 1)..] : detail?.Name.LocalName,
            detail is null ? null : Text(detail, "TrackingId"),
            Text(fault, "faultstring"),
            errors);
    }

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static void AddAll(List<ApiError> errors, string list, JsonElement items, ServiceName? service)
    {
        foreach (var item in items.EnumerateArray())
        {
            // Other lists, of key and value pairs for instance, are no errors.
            if (item.ValueKind == JsonValueKind.Object && (Text(item, "Code") ?? Text(item, "ErrorCode")) is not null)
            {
                errors.Add(Error(KindOf(list), service, name => Text(item, name)));
            }
        }
    }

    private static ApiError Error(ApiErrorKind kind, ServiceName? service, Func<string, string?> member) => new()
    {
        Kind = kind,
        Service = service,
        Code = Number(member("Code")),
        Name = member("ErrorCode"),
        Message = member("Message"),
        Details = member("Details") ?? member("Detail"),
        FieldPath = member("FieldPath"),
        Index = Number(member("Index")),
        Appealable = bool.TryParse(member("Appealable"), out var appealable) ? appealable : null,
        DisapprovedText = member("DisapprovedText"),
        Location = member("Location"),
        PublisherCountry = member("PublisherCountry"),
        ReasonCode = Number(member("ReasonCode")),
    };

    private static ApiErrorKind KindOf(string list) => list.ToUpperInvariant() switch
    {
        "ERRORS" => ApiErrorKind.Error,
        "BATCHERRORS" => ApiErrorKind.BatchError,
        "EDITORIALERRORS" => ApiErrorKind.EditorialError,
        _ => ApiErrorKind.OperationError,
    };

    private static string? Text(JsonElement item, string name)
    {
        foreach (var member in item.EnumerateObject())
        {
            if (Is(member.Name, name))
            {
                return member.Value.ValueKind switch
                {
                    JsonValueKind.Null => null,
                    JsonValueKind.String => Text(member.Value),
                    _ => member.Value.GetRawText(),
                };
            }
        }

        return null;
    }

    // A text that is no proper UTF-8 is still shown, because it stands beside the code that says what is wrong.
    private static string Text(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(text)).Trim('"');
        }
    }

    private static string? Text(XElement item, string name)
    {
        var element = item.Elements().FirstOrDefault(e => Is(e.Name.LocalName, name));
        return element is null || element.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance"))?.Value is "true" or "1"
            ? null
            : element.Value;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Is(string name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);
}
