using BingAds.Errors;
using BingAds.Services;

namespace BingAds.Contract;

/// <summary>Base of the 288 response messages.</summary>
public abstract class ApiResponse : ApiObject
{
    private protected ApiResponse()
    {
    }

    /// <summary>The service's id of the request, to be given to its support; null if the service sent none.</summary>
    public string? TrackingId { get; internal set; }

    /// <summary>The call that it is the answer to; null if it was read from elsewhere.</summary>
    internal OperationInfo? Operation { get; set; }

    /// <summary>The HTTP headers of the answer.</summary>
    public ResponseHeaders Headers { get; internal set; } = ResponseHeaders.Empty;

    /// <summary>The items of the request that failed, by their index in it; empty if all succeeded or the operation has no such errors.</summary>
    /// <example><code>response.GetPartialErrors().ThrowIfAnyFailed();</code></example>
    public PartialErrors GetPartialErrors() => PartialErrorReader.Read(this);
}
