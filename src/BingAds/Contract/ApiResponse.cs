namespace BingAds.Contract;

/// <summary>Base of the 288 response messages.</summary>
public abstract class ApiResponse : ApiObject
{
    private protected ApiResponse()
    {
    }

    /// <summary>The service's id of the request, to be given to its support; null if the service sent none.</summary>
    public string? TrackingId { get; internal set; }

    /// <summary>The HTTP headers of the answer.</summary>
    public ResponseHeaders Headers { get; internal set; } = ResponseHeaders.Empty;
}
