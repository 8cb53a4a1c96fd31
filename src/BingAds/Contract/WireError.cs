using System.Text.Json;
using System.Xml;
using BingAds.Errors;

namespace BingAds.Contract;

/// <summary>Turns what the readers find wrong into the public exception.</summary>
internal static class WireError
{
    /// <summary>Whether this is about the input, and not a mistake of ours or of the caller.</summary>
    public static bool IsBrokenInput(Exception exception) => exception
        is WireException or JsonException or XmlException or InsufficientExecutionStackException
        or FormatException or InvalidOperationException
        or ArgumentException; // The framework's XML reader, for names without letters.

    public static BrokenResponseException Broken(Exception exception, string format, string depthOption)
    {
        switch (exception)
        {
            case WireException wire:
                return new BrokenResponseException($"The {format} can't be read: {wire.Message}.", wire)
                {
                    Line = wire.Line,
                    Position = wire.Position,
                    Limit = wire.Limit,
                };
            case JsonException json:
                var isDepth = Says(json, "maximum") && Says(json, "depth");
                return new BrokenResponseException(
                    isDepth ? $"The JSON is nested too deep; {depthOption} is the limit." : $"The JSON is broken: {Short(json.Message)}", json)
                {
                    Line = json.LineNumber + 1,
                    Position = json.BytePositionInLine,
                    Limit = isDepth ? depthOption : null,
                    IsTruncated = Says(json, "end of data") || Says(json, "at the end of the JSON payload"),
                };
            case XmlException xml:
                var isXmlDepth = Says(xml, "depth");
                return new BrokenResponseException(
                    isXmlDepth ? $"The XML is nested too deep; {depthOption} is the limit." : $"The XML is broken: {Short(xml.Message)}", xml)
                {
                    // The reader of untrusted bodies says it in its message alone.
                    Line = xml.LineNumber > 0 ? xml.LineNumber : null,
                    Position = xml.LineNumber > 0 ? xml.LinePosition : null,
                    Limit = isXmlDepth ? depthOption : null,
                    IsTruncated = Says(xml, "end of file"),
                };
            case InsufficientExecutionStackException:
                return new BrokenResponseException($"The {format} is nested too deep for the stack.", exception) { Limit = depthOption };
            default:
                return new BrokenResponseException($"The {format} is broken: {Short(exception.Message)}", exception);
        }
    }

    // The framework has no other sign of it, and its messages come in English only.
    private static bool Says(Exception exception, string words) => exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Short(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }
}
