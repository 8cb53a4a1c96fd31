using BingAds.V13.Bulk;

namespace BingAds.Bulk;

/// <summary>How entities are uploaded.</summary>
public sealed class EntityUploadParameters
{
    /// <summary>The entities, new ones before those that name them. Ignored where entities are given to the method itself.</summary>
    public IEnumerable<BulkEntity> Entities { get; set; } = [];

    /// <summary>
    /// What the service gives back: <see cref="ResponseMode.ErrorsAndResults"/> (default) with every record, and the ids of new ones; <see cref="ResponseMode.ErrorsOnly"/>
    /// with those that failed, which is shorter. New parents whose ids a later file needs make it the former, for a list.
    /// </summary>
    public ResponseMode ResponseMode { get; set; } = ResponseMode.ErrorsAndResults;

    /// <summary>Layout of the files. Default CSV.</summary>
    public BulkFileLayout Layout { get; set; }

    /// <summary>Whether files go out as zip, which is the default. Gzip is not among what the service takes.</summary>
    public bool CompressUploadFile { get; set; } = true;

    /// <summary>
    /// Up to how many entities are sent in one call, without a file, where the service takes that. Default 1,000, which is the most that it takes; 0 for files always.
    /// A call whose answer is lost cannot be asked after, as a file can: use 0 where unknown ends are worse than a wait.
    /// </summary>
    public int MaxEntitiesPerCall { get; set; } = 1000;

    /// <summary>Most rows of a file. Default 4,000,000; the sandbox takes 20,000.</summary>
    public long MaxRowsPerFile { get; set; } = BulkUploadLimits.MaxRows;

    /// <summary>Most bytes of a file as it is sent, packed or not. Default 100,000,000.</summary>
    public long MaxFileBytes { get; set; } = BulkUploadLimits.MaxFileBytes;

    /// <summary>
    /// Whether inputs that come as a stream are kept until their results are there (default): only then does a result have its input, and can a file that got lost be
    /// sent again. False for streams that do not fit into memory. A list is always there.
    /// </summary>
    public bool KeepInputs { get; set; } = true;

    /// <summary>How long to wait in all; null (default) for as long as it takes. What is not done by then is unknown, and goes on at the service.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Told of each file that the service has taken, before anything is waited for: save the operation, and another process can look at it.</summary>
    public Action<BulkUploadOperation>? Submitted { get; set; }

    internal EntityUploadParameters Copy()
    {
        var copy = (EntityUploadParameters)MemberwiseClone();
        ArgumentNullException.ThrowIfNull(Entities);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxEntitiesPerCall);
        BulkUploadLimits.Check(MaxRowsPerFile, MaxFileBytes, Timeout);
        return copy;
    }
}
