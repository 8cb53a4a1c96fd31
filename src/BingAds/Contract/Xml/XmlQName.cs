using System.Xml;

namespace BingAds.Contract.Xml;

/// <summary>Names with a prefix in text, as <c>xsi:type</c> holds them.</summary>
internal static class XmlQName
{
    public static (string Name, string Namespace) Split(XmlDictionaryReader reader, string text)
    {
        text = text.Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? (text, reader.LookupNamespace("") ?? "")
            : (text[(colon + 1)..], reader.LookupNamespace(text[..colon]) ?? "");
    }
}
