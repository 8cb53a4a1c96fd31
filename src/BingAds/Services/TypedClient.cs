using System.Runtime.CompilerServices;
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

    /// <summary>
    /// Sends a request whose list is longer than one call may carry, in as many calls as it takes, one after the other, and gives one
    /// response: lists joined in the request's order, and the index of each error that of the item in the request.
    /// </summary>
    /// <param name="request">The request; it is not changed.</param>
    /// <param name="options">What differs from the client's settings in these calls; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait, and the request where it is still on its way; what was sent before stays done.</param>
    /// <exception cref="ArgumentException">The operation has no list that can be sent in parts.</exception>
    /// <exception cref="Errors.BatchStoppedException">A call failed as a whole after others had succeeded: it says how far it got and has their response.</exception>
    /// <exception cref="Errors.SdkException">The first call failed.</exception>
    public virtual ValueTask<TResponse> InBatchesAsync<TResponse>(
        ApiRequest<TResponse> request, CallOptions? options = null, CancellationToken cancellationToken = default)
        where TResponse : ApiResponse =>
        Batches.SendAsync<TResponse>(this, request, options, cancellationToken);

    internal ValueTask<T> SendAnyAsync<T>(ApiRequest request, CallOptions? options, CancellationToken cancellationToken)
        where T : ApiResponse => SendAsync<T>(request, options, cancellationToken);

    private protected IAsyncEnumerable<TItem> WalkAsync<TResponse, TItem>(
        ApiRequest request, int pageSize, Func<TResponse, IReadOnlyList<TItem?>> items, CallOptions? options, CancellationToken cancellationToken)
        where TResponse : ApiResponse
        where TItem : class
    {
        ArgumentNullException.ThrowIfNull(request);
        return WalkPagesAsync(request, pageSize, items, options, cancellationToken);
    }

    private async IAsyncEnumerable<TItem> WalkPagesAsync<TResponse, TItem>(
        ApiRequest request, int pageSize, Func<TResponse, IReadOnlyList<TItem?>> items, CallOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TResponse : ApiResponse
        where TItem : class
    {
        var next = (ApiRequest)request.Clone();
        var page = PageOf(request, pageSize, out var index, out var size);
        next["PageInfo"] = page;
        while (true)
        {
            page["Index"] = index;
            var response = await SendAsync<TResponse>(next, options, cancellationToken).ConfigureAwait(false);
            var list = items(response);
            foreach (var item in list)
            {
                if (item is not null)
                {
                    yield return item;
                }
            }

            // No total is returned: the first page that is not full is the last.
            if (list.Count < size)
            {
                yield break;
            }

            index++;
        }
    }

    private static IApiObject PageOf(ApiRequest request, int pageSize, out int index, out int size)
    {
        var page = request["PageInfo"] is ApiObject given ? given.Clone() : ApiCatalog.Create(request.Operation.Service, "Paging")!;
        index = page["Index"] as int? ?? 0;
        size = page["Size"] as int? ?? 0;
        if (size <= 0)
        {
            size = pageSize;
            page["Size"] = size;
        }

        return page;
    }

    private static InvalidOperationException NoConnection() =>
        new("This client was made without settings, for a mock: override the methods that are called.");
}
