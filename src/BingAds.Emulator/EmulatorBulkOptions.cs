namespace BingAds.Emulator;

/// <summary>How long bulk jobs take, how much they carry, how long their links live.</summary>
public sealed class EmulatorBulkOptions
{
    /// <summary>How long a job is told to be in progress at least, by the emulator's clock. Default zero: a job is done when its work is.</summary>
    public TimeSpan JobDuration { get; set; }

    /// <summary>How many status calls find a job in progress, however fast its work was. Default 0.</summary>
    public int JobPolls { get; set; }

    /// <summary>Life of an upload address, and of its request id until a file came. Default 15 minutes.</summary>
    public TimeSpan UploadUrlLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Life of a link to a result; each status call gives a new one. Default 5 minutes.</summary>
    public TimeSpan ResultUrlLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a job can be asked for. Default two days.</summary>
    public TimeSpan RequestLifetime { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How far back <c>LastSyncTimeInUTC</c> may lie. Default 30 days.</summary>
    public TimeSpan SyncHistory { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Most rows of an upload, without header and format version. Default 4,000,000; 20,000 is the limit of the service's sandbox.</summary>
    public int MaxUploadRows { get; set; } = 4_000_000;

    /// <summary>Most bytes of an upload, as they travel; beyond, the POST answers 413. Default 100 MB.</summary>
    public long MaxUploadBytes { get; set; } = 100_000_000;

    /// <summary>Most rows of one <c>UploadEntityRecords</c>. Default 1,000.</summary>
    public int MaxRecords { get; set; } = 1_000;

    /// <summary>Most keywords of an account that is downloaded whole, else 3207. Default 4,000,000.</summary>
    public int MaxAccountKeywords { get; set; } = 4_000_000;

    /// <summary>Most keywords of the campaigns of one download, else 3216. Default 8,000,000.</summary>
    public int MaxCampaignKeywords { get; set; } = 8_000_000;

    /// <summary>Most uploads of one customer that may be under way at once; one more POST answers 3227. Null, the default: no limit.</summary>
    public int? MaxUploadsAtOnce { get; set; }

    /// <summary>Whether a file with too many rows is refused by the POST, with 3225. Default false: the job ends as <c>UploadFileRowCountExceeded</c>.</summary>
    public bool RefuseLongFiles { get; set; }

    /// <summary>Whether text without a byte order mark is refused, as the service's rules say. Default true.</summary>
    public bool RequireByteOrderMark { get; set; } = true;

    /// <summary>Whether <c>UploadEntityRecords</c> answers <c>InProgress</c> and a request id to ask for. Default false: it answers with the results.</summary>
    public bool RecordsInBackground { get; set; }

    /// <summary>Whether a part of a result file can be asked for. Default true; if false, the whole file always comes.</summary>
    public bool AcceptRanges { get; set; } = true;

    internal void Validate(List<string> errors)
    {
        if (JobDuration < TimeSpan.Zero || JobPolls < 0)
            errors.Add("Bulk.JobDuration and Bulk.JobPolls must not be negative.");
        if (UploadUrlLifetime <= TimeSpan.Zero || ResultUrlLifetime <= TimeSpan.Zero || RequestLifetime <= TimeSpan.Zero || SyncHistory <= TimeSpan.Zero)
            errors.Add("Bulk.UploadUrlLifetime, ResultUrlLifetime, RequestLifetime and SyncHistory must be longer than zero.");
        if (MaxUploadRows < 1 || MaxUploadBytes < 1 || MaxRecords < 1 || MaxAccountKeywords < 1 || MaxCampaignKeywords < 1 || MaxUploadsAtOnce < 1)
            errors.Add("Limits in Bulk must be 1 or more.");
    }
}
