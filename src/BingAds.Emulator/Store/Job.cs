namespace BingAds.Emulator.Store;

/// <summary>One job that a caller started and asks for later: a bulk download or upload, or a report.</summary>
internal sealed record Job(string Id, string Kind)
{
    public const string Pending = "PendingFileUpload";
    public const string Uploaded = "FileUploaded";
    public const string InProgress = "InProgress";
    public const string Completed = "Completed";
    public const string CompletedWithErrors = "CompletedWithErrors";
    public const string Failed = "Failed";
    public const string Expired = "Expired";

    /// <summary>What the name of the result has after the id.</summary>
    public const string OutputPart = "/out";

    public long Customer { get; init; }

    public long Account { get; init; }

    /// <summary>The user who started it; nobody else may ask for it.</summary>
    public long Person { get; init; }

    public DateTime Created { get; init; }

    /// <summary>How far the work is. What callers are told may lag behind.</summary>
    public required string State { get; init; }

    /// <summary>The state in which it shall end, whatever the work brings; null for the true one.</summary>
    public string? Planned { get; init; }

    /// <summary>The request that started it, as JSON.</summary>
    public required byte[] Request { get; init; }

    /// <summary>Code of the error that ended it.</summary>
    public int? Code { get; init; }

    public string? Details { get; init; }

    /// <summary>Name that the uploaded file came with.</summary>
    public string? FileName { get; init; }

    /// <summary>When there was something to work on: the submission of a download, the arrival of an uploaded file.</summary>
    public DateTime? Received { get; init; }

    public DateTime? Finished { get; init; }

    /// <summary>Rows of the uploaded file.</summary>
    public long Rows { get; init; }

    /// <summary>Rows of these that are dealt with: where work goes on after a restart.</summary>
    public long Done { get; init; }

    /// <summary>Rows of these that failed.</summary>
    public long FailedRows { get; init; }

    /// <summary>How often its status was asked for since there was something to work on.</summary>
    public int Asked { get; init; }

    /// <summary>Columns of the result, one a line.</summary>
    public string? Columns { get; init; }

    public bool IsFinal => Finished is not null;

    public bool Succeeded => State is Completed or CompletedWithErrors;

    /// <summary>Names of its files among the pieces: what came, the rows of the result, and the result.</summary>
    public string Input => Id + "/in";

    public string ResultRows => Id + "/rows";

    public string Output => Id + OutputPart;
}
