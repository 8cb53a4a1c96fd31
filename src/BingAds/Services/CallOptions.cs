namespace BingAds;

/// <summary>What differs from the client's settings in one call. All of it wins over <see cref="AuthorizationData"/> and the options.</summary>
public sealed class CallOptions
{
    /// <summary>The ad account of this call; null for that of the <see cref="AuthorizationData"/>.</summary>
    public long? AccountId { get; set; }

    /// <summary>The customer of this call; null for that of the <see cref="AuthorizationData"/>.</summary>
    public long? CustomerId { get; set; }

    /// <summary>Wait for the call with all its attempts; null for <see cref="ServiceClientOptions.TotalTimeout"/>.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>More HTTP headers for this call (header elements over SOAP). None by default.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
