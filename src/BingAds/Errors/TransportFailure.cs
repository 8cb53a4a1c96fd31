namespace BingAds.Errors;

/// <summary>Where on the way a call was lost.</summary>
public enum TransportFailure
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The host's name can't be found.</summary>
    NameResolution,

    /// <summary>The host can't be reached or refuses.</summary>
    Connect,

    /// <summary>No secure connection: certificate or protocol.</summary>
    Tls,

    /// <summary>The proxy refuses.</summary>
    Proxy,

    /// <summary>The connection broke while the request was sent or the answer awaited.</summary>
    Connection,

    /// <summary>The answer broke off in the middle.</summary>
    Response,

    /// <summary>One attempt took longer than is allowed for one.</summary>
    AttemptTimeout,
}
