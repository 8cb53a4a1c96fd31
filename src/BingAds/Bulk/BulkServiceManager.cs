using BingAds.Bulk.Download;
using BingAds.Bulk.Upload;

namespace BingAds.Bulk;

/// <summary>
/// Bulk downloads and uploads from end to end: the job at the service, the wait for it, the file, and the entities in it. Safe for any number of threads and jobs; keep one.
/// </summary>
public sealed partial class BulkServiceManager : IDisposable
{
    private readonly BulkClient _client;
    private readonly bool _ownsClient;

    /// <summary>Makes a manager.</summary>
    /// <param name="authorization">On whose behalf; each job reads it when it begins.</param>
    /// <param name="options">Settings of its client; null for the defaults. They are copied.</param>
    /// <param name="settings">Settings of its own; null for the defaults. They are copied.</param>
    public BulkServiceManager(AuthorizationData authorization, ServiceClientOptions? options = null, BulkServiceManagerOptions? settings = null)
        : this(new BulkClient(authorization, options), settings) => _ownsClient = true;

    /// <summary>Makes a manager over a client that stays the caller's.</summary>
    /// <param name="client">Makes the calls, and lends its connections to files.</param>
    /// <param name="settings">Settings of its own; null for the defaults. They are copied.</param>
    public BulkServiceManager(BulkClient client, BulkServiceManagerOptions? settings = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Downloads = new DownloadJobs(client, (settings ?? new()).Copy());
        Uploads = new UploadJobs(client);
    }

    private DownloadJobs Downloads { get; }

    private UploadJobs Uploads { get; }

    /// <summary>Closes the connections, if they are the manager's own.</summary>
    public void Dispose()
    {
        if (_ownsClient)
        {
            _client.Dispose();
        }
    }
}
