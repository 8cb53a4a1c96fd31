using System.Xml;

namespace BingAds.Contract;

/// <summary>An XML namespace of the contract, made once, when it is first used, so that the XML writer can use it without encoding it again.</summary>
internal sealed class WireNamespace(string uri)
{
    private XmlDictionaryString? _xml;

    public string Uri { get; } = uri;

    public XmlDictionaryString Xml => _xml ??= new XmlDictionaryString(XmlDictionary.Empty, Uri, 0);
}
