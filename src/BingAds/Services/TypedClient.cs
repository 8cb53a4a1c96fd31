using BingAds.Contract;

namespace BingAds;

/// <summary>Base of the six typed clients.</summary>
public abstract class TypedClient
{
    private protected ValueTask<T> SendAsync<T>(ApiRequest request, CallOptions? options, CancellationToken cancellationToken)
        where T : ApiResponse => throw new InvalidOperationException($"{request}{options}{cancellationToken}");
}
