using System.Xml;
using BingAds.Contract.Xml;

namespace BingAds.Contract;

/// <summary>The SOAP form of API objects, for those who speak the protocol themselves.</summary>
public static class WireXml
{
    /// <summary>Writes a message or a fault's detail as one element, named and qualified as the contract says.</summary>
    /// <param name="value">What to write; it is not changed.</param>
    /// <param name="output">A writer inside the body (or the detail) of an envelope.</param>
    public static void Write(ApiObject value, XmlDictionaryWriter output)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new XmlWireWriter(output);
        writer.WriteBody(value);
    }

    /// <summary>Reads the element on which the reader stands into an object, and moves past it.</summary>
    /// <param name="value">An empty object; what is read is set on it.</param>
    /// <param name="input">A reader on the element. Its own quotas bound depth and size.</param>
    /// <param name="keepNulls">Whether a nil becomes an explicit null of the object.</param>
    /// <exception cref="Errors.BrokenResponseException">The input is no such object; the message says what and where.</exception>
    public static void ReadInto(ApiObject value, XmlDictionaryReader input, bool keepNulls = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(input);
        var reader = new XmlWireReader(input, keepNulls);
        try
        {
            reader.ReadBody(value);
        }
        catch (Exception exception) when (WireError.IsBrokenInput(exception))
        {
            throw WireError.Broken(exception, "XML", "MaxDepth");
        }
        finally
        {
            reader.Dispose();
        }
    }

    /// <summary>A reader for an untrusted body: no DTD, no entities but the five of XML, bounded depth.</summary>
    public static XmlDictionaryReader CreateReader(ReadOnlyMemory<byte> body, int maxDepth = WireJson.DefaultMaxDepth)
    {
        var quotas = new XmlDictionaryReaderQuotas();
        XmlDictionaryReaderQuotas.Max.CopyTo(quotas);
        quotas.MaxDepth = maxDepth;
        return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out var segment)
            ? XmlDictionaryReader.CreateTextReader(segment.Array!, segment.Offset, segment.Count, quotas)
            : XmlDictionaryReader.CreateTextReader(body.ToArray(), quotas);
    }
}
