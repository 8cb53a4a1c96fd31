using System.Xml.Linq;

namespace BingAds;

/// <summary>The reply to a raw SOAP call.</summary>
/// <param name="Body">The element in the body of the envelope.</param>
/// <param name="EnvelopeHeaders">Text of the elements in the envelope's header, the <c>TrackingId</c> among them.</param>
/// <param name="HttpHeaders">The headers of the HTTP answer.</param>
public sealed record SoapReply(XElement Body, ResponseHeaders EnvelopeHeaders, ResponseHeaders HttpHeaders);
