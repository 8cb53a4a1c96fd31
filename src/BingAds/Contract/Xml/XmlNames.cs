using System.Xml;

namespace BingAds.Contract.Xml;

/// <summary>Names that the XML form of every service shares.</summary>
internal static class XmlNames
{
    public const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";
    public const string EnvelopeNamespace = "http://schemas.xmlsoap.org/soap/envelope/";

    public static readonly XmlDictionaryString Instance = Of(InstanceNamespace);
    public static readonly XmlDictionaryString Soap = Of(EnvelopeNamespace);
    public static readonly XmlDictionaryString Nil = Of("nil");
    public static readonly XmlDictionaryString Type = Of("type");
    public static readonly XmlDictionaryString Envelope = Of("Envelope");
    public static readonly XmlDictionaryString Header = Of("Header");
    public static readonly XmlDictionaryString Body = Of("Body");

    private static XmlDictionaryString Of(string text) => new(XmlDictionary.Empty, text, 0);
}
