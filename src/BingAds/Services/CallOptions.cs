namespace BingAds;

/// <summary>What differs from the client's settings in one call.</summary>
public sealed class CallOptions
{
}
