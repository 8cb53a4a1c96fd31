namespace BingAds.Emulator;

/// <summary>The failures still to be served, by call, in the order they were added.</summary>
public sealed class FaultPlan
{
    /// <summary>The name under which the token end point is called.</summary>
    public const string TokenCall = "token";

    /// <summary>The name under which the POST of a bulk file is called.</summary>
    public const string BulkUploadCall = "BulkUpload";

    /// <summary>The name under which the GET of a bulk job's result is called.</summary>
    public const string BulkDownloadCall = "BulkDownload";

    /// <summary>The name under which the GET of a report is called.</summary>
    public const string ReportDownloadCall = "ReportDownload";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Fault>> _queues = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the next requests of a call fail.</summary>
    /// <param name="call">Service and operation, such as <c>CampaignManagement.AddCampaigns</c>; <c>*</c> for any operation; <see cref="TokenCall"/>, <see cref="BulkUploadCall"/>, <see cref="BulkDownloadCall"/> and <see cref="ReportDownloadCall"/> for addresses that are no operations.</param>
    /// <param name="count">How many requests; at least one.</param>
    /// <param name="fault">What happens to them.</param>
    public void Add(string call, int count, Fault fault)
    {
        ArgumentException.ThrowIfNullOrEmpty(call);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            if (!_queues.TryGetValue(call, out var queue))
                _queues.Add(call, queue = new Queue<Fault>());
            for (var i = 0; i < count; i++)
            {
                queue.Enqueue(fault);
            }
        }
    }

    /// <summary>How many requests of this call are still to fail.</summary>
    /// <param name="call">As given to <see cref="Add"/>.</param>
    public int Left(string call)
    {
        lock (_gate)
        {
            return _queues.TryGetValue(call, out var queue) ? queue.Count : 0;
        }
    }

    /// <summary>Forgets all that was not served yet.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _queues.Clear();
        }
    }

    /// <summary>The fault for the request that just came, or null. Those for its own call go before those for any.</summary>
    internal Fault? Take(string call)
    {
        lock (_gate)
        {
            if (_queues.TryGetValue(call, out var queue) && queue.TryDequeue(out var fault))
                return fault;
            return call is not (TokenCall or BulkUploadCall or BulkDownloadCall or ReportDownloadCall) && _queues.TryGetValue("*", out queue) && queue.TryDequeue(out fault) ? fault : null;
        }
    }
}
