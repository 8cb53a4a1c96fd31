namespace BingAds;

/// <summary>What differs from the client's settings in one call. All of it wins over <see cref="AuthorizationData"/> and the options.</summary>
public sealed class CallOptions
{
    /// <summary>The ad account of this call; null for that of the <see cref="AuthorizationData"/>.</summary>
    public long? AccountId { get; set; }

    /// <summary>The customer of this call; null for that of the <see cref="AuthorizationData"/>.</summary>
    public long? CustomerId { get; set; }

    /// <summary>Wait for the call with all its attempts, its pauses and its sign-in; null for <see cref="ServiceClientOptions.TotalTimeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or longer than a timer can wait (24 days).</exception>
    public TimeSpan? Timeout
    {
        get;
        set => field = value is null || ServiceClientOptions.IsTimeout(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A timeout is positive and at most 24 days, or infinite.");
    }

    /// <summary>Whether the caller waits for a place at the service (207) by itself, for all its calls together.</summary>
    internal bool WaitsForReports { get; init; }

    /// <summary>More HTTP headers for this call (header elements over SOAP), which win over the client's own. None by default.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
