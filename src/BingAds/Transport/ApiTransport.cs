namespace BingAds;

/// <summary>How calls travel. The same requests, responses and exceptions serve both.</summary>
public enum ApiTransport
{
    /// <summary>JSON over HTTP: the default, and the only one that the service keeps.</summary>
    Rest,

    /// <summary>SOAP 1.1: for a comparison while moving; the service switches it off on 31 January 2027.</summary>
    Soap,
}
