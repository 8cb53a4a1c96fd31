using BingAds.Contract;
using BingAds.Services;

namespace BingAds;

/// <summary>Base of the six typed clients. One client serves any number of threads, calls and accounts.</summary>
public abstract class TypedClient : IDisposable
{
    private readonly AuthorizationData? _authorization;
    private readonly ApiPipeline? _pipeline;
    private readonly bool _ownsPipeline;

    /// <summary>For a mock: a client that can make no call.</summary>
    private protected TypedClient()
    {
    }

    private protected TypedClient(AuthorizationData authorization, ServiceClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        _authorization = authorization;
        _pipeline = new ApiPipeline((options ?? new ServiceClientOptions()).CopyChecked());
        _ownsPipeline = true;
    }

    private protected TypedClient(AuthorizationData authorization, ApiPipeline pipeline)
    {
        _authorization = authorization;
        _pipeline = pipeline;
    }

    /// <summary>On whose behalf calls are made; each call reads it when it begins.</summary>
    public AuthorizationData AuthorizationData => _authorization ?? throw NoConnection();

    internal ApiPipeline Pipeline => _pipeline ?? throw NoConnection();

    /// <summary>Closes the connections, if they are this client's own.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, if they are this client's own.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsPipeline)
        {
            _pipeline!.Dispose();
        }
    }

    private protected ValueTask<T> SendAsync<T>(ApiRequest request, CallOptions? options, CancellationToken cancellationToken)
        where T : ApiResponse =>
        Pipeline.SendAsync<T>(request, AuthorizationData, options, cancellationToken);

    private static InvalidOperationException NoConnection() =>
        new("This client was made without settings, for a mock: override the methods that are called.");
}
