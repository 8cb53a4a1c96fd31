using System.Xml.Linq;
using BingAds.Conformance.Compare;
using BingAds.Conformance.Contract;
using BingAds.Contract;

namespace BingAds.Conformance.Wire;

/// <summary>The ways of one message through the object.</summary>
internal sealed class MessageLine(ServiceSchema contract, OperationInfo operation, bool response)
{
    private readonly ObjectShape? _shape = contract.Message(operation.Name, response);
    private readonly CompareOptions _options = response ? CompareOptions.Response : CompareOptions.Strict;

    public IEnumerable<string> JsonToJson(string body)
    {
        var value = WireCodec.ReadJson(operation, response, body);
        return WireCodec.Strangers(value).Concat(Differences(body, WireCodec.WriteJson(value)));
    }

    public IEnumerable<string> JsonToXml(string body, XElement expected) =>
        Differences(expected, WireCodec.WriteXml(WireCodec.ReadJson(operation, response, body)));

    public IEnumerable<string> XmlToXml(string envelope)
    {
        var value = WireCodec.ReadXml(operation, response, envelope);
        return WireCodec.Strangers(value).Concat(Differences(SoapEnvelope.Parse(envelope).Content, WireCodec.WriteXml(value)));
    }

    public IEnumerable<string> XmlToJson(string envelope, string expected) =>
        Differences(expected, WireCodec.WriteJson(WireCodec.ReadXml(operation, response, envelope)));

    public IEnumerable<string> Differences(string expected, string actual) =>
        JsonComparer.Compare(expected, actual, _shape, _options).Select(static d => d.ToString());

    public IEnumerable<string> Differences(XElement expected, XElement actual) =>
        XmlComparer.Compare(expected, actual, _shape, _options).Select(static d => d.ToString());
}
