namespace BingAds;

/// <summary>The HTTP headers of an answer.</summary>
public sealed class ResponseHeaders
{
    /// <summary>No headers at all.</summary>
    public static ResponseHeaders Empty { get; } = new();
}
