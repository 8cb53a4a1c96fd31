using System.Xml;

namespace BingAds.Contract;

/// <summary>An XML namespace of the contract, made once so that the XML writer can use it without encoding it again.</summary>
internal sealed class WireNamespace(string uri)
{
    public string Uri { get; } = uri;

    public XmlDictionaryString Xml { get; } = new(XmlDictionary.Empty, uri, 0);
}
