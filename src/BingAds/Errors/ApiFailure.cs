namespace BingAds.Errors;

/// <summary>All that is known of a failed call, as plain data: what an <see cref="ApiException"/> is made from.</summary>
public sealed class ApiFailure
{
    /// <summary>The operation called, for example <c>AddCampaigns</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The service called.</summary>
    public ServiceName? Service { get; init; }

    /// <summary>The account the call was made for.</summary>
    public long? AccountId { get; init; }

    /// <summary>The customer the call was made for.</summary>
    public long? CustomerId { get; init; }

    /// <summary>The HTTP status.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The service's id of the request.</summary>
    public string? TrackingId { get; init; }

    /// <summary>How long the service asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The kind of fault object, for example <c>AdApiFaultDetail</c>; null if there was none.</summary>
    public string? FaultType { get; init; }

    /// <summary>What the answer says outside its list of errors: a SOAP fault's text, or the reason of an HTTP status.</summary>
    public string? Message { get; init; }

    /// <summary>The errors, in the order they came.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The headers of the answer.</summary>
    public ResponseHeaders Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>The raw body, where it is no fault object: a gateway's text or page. At most a short start of it, without secrets, is kept.</summary>
    public string? Body { get; init; }
}
