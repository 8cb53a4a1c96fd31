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
                var isDepth = json.Message.Contains("depth", StringComparison.OrdinalIgnoreCase);
                return new BrokenResponseException(
                    isDepth ? $"The JSON is nested too deep; {depthOption} is the limit." : $"The JSON is broken: {Short(json.Message)}", json)
                {
                    Line = json.LineNumber + 1,
                    Position = json.BytePositionInLine,
                    Limit = isDepth ? depthOption : null,
                };
            case XmlException xml:
                var isXmlDepth = xml.Message.Contains("depth", StringComparison.OrdinalIgnoreCase);
                return new BrokenResponseException(
                    isXmlDepth ? $"The XML is nested too deep; {depthOption} is the limit." : $"The XML is broken: {Short(xml.Message)}", xml)
                {
                    Line = xml.LineNumber,
                    Position = xml.LinePosition,
                    Limit = isXmlDepth ? depthOption : null,
                };
            case InsufficientExecutionStackException:
                return new BrokenResponseException($"The {format} is nested too deep for the stack.", exception) { Limit = depthOption };
            default:
                return new BrokenResponseException($"The {format} is broken: {Short(exception.Message)}", exception);
        }
    }

    private static string Short(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }
}
