using System.Xml;
using System.Xml.Linq;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Compare;

/// <summary>A SOAP 1.1 envelope taken apart.</summary>
public sealed record SoapEnvelope(XElement Header, XElement Body)
{
    /// <summary>The one element in the body: the message's wrapper, or a fault.</summary>
    public XElement Content => Body.Elements().First();

    /// <exception cref="XmlException">The text is not a SOAP envelope.</exception>
    public static SoapEnvelope Parse(string text)
    {
        var root = Load(text);
        var body = root.Element(WireNames.Soap + "Body");
        if (root.Name != WireNames.Soap + "Envelope" || body is null) throw new XmlException("Not a SOAP 1.1 envelope.");
        return new SoapEnvelope(root.Element(WireNames.Soap + "Header") ?? new XElement(WireNames.Soap + "Header"), body);
    }

    /// <summary>Reads an element as it stands: blanks inside it may be values.</summary>
    public static XElement Load(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
