using System.Buffers;
using System.Text;
using System.Xml;
using BingAds.Contract;

namespace BingAds.Surface.Tests;

/// <summary>Both formats, as bytes.</summary>
internal static class Wire
{
    public static byte[] ToJson(ApiObject value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WireJson.Write(value, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] ToXml(ApiObject value)
    {
        var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(stream, new UTF8Encoding(false), ownsStream: false))
            WireXml.Write(value, writer);
        return stream.ToArray();
    }

    public static ApiObject FromJson(ApiObject empty, byte[] json)
    {
        WireJson.ReadInto(empty, json);
        return empty;
    }

    public static ApiObject FromXml(ApiObject empty, byte[] xml)
    {
        using var reader = WireXml.CreateReader(xml);
        reader.MoveToContent();
        WireXml.ReadInto(empty, reader);
        return empty;
    }
}
