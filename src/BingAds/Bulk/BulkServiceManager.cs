namespace BingAds.Bulk;

/// <summary>Bulk downloads and uploads from end to end.</summary>
public sealed partial class BulkServiceManager : IDisposable
{
    private readonly BulkClient _client;
    private readonly bool _ownsClient;

    /// <summary>Makes a manager.</summary>
    public BulkServiceManager(AuthorizationData authorization, ServiceClientOptions? options = null)
        : this(new BulkClient(authorization, options)) => _ownsClient = true;

    /// <summary>Makes a manager over a client that stays the caller's.</summary>
    public BulkServiceManager(BulkClient client)
    {
        _client = client;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ownsClient)
        {
            _client.Dispose();
        }
    }
}
