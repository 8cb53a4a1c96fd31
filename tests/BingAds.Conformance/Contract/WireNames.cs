using System.Xml.Linq;

namespace BingAds.Conformance.Contract;

/// <summary>Namespaces that every SOAP service uses.</summary>
internal static class WireNames
{
    public static XNamespace Soap { get; } = "http://schemas.xmlsoap.org/soap/envelope/";

    public static XNamespace Instance { get; } = "http://www.w3.org/2001/XMLSchema-instance";
}
