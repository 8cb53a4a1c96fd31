using System.Diagnostics.CodeAnalysis;
using BingAds.Jobs;

namespace BingAds.Bulk;

/// <summary>
/// A bulk download that the service has taken: what is needed to wait for it and to read it, from any process. <see cref="ToString"/> gives a line to keep,
/// without anything secret, and <see cref="Parse"/> makes the same of it.
/// </summary>
/// <remarks>
/// The service keeps a request for two days
/// (<see href="https://learn.microsoft.com/en-us/advertising/bulk-service/downloadcampaignsbyaccountids?view=bingads-13">reference</see>), and only the same user may ask for it.
/// </remarks>
/// <example>
/// <code>
/// var operation = await manager.SubmitDownloadAsync(new DownloadParameters { DownloadEntities = [DownloadEntity.Keywords] });
/// File.WriteAllText("download.txt", operation.ToString());
///
/// // Later, perhaps in another process:
/// var again = BulkDownloadOperation.Parse(File.ReadAllText("download.txt"));
/// await foreach (var entity in manager.DownloadEntitiesAsync(again)) { }
/// </code>
/// </example>
public sealed record BulkDownloadOperation : IParsable<BulkDownloadOperation>
{
    private const string Kind = "bulk-download";

    /// <summary>The service's id of the download.</summary>
    public required string RequestId { get; init; }

    /// <summary>The ad account; null if none was sent.</summary>
    public long? AccountId { get; init; }

    /// <summary>The manager account; null if none was sent.</summary>
    public long? CustomerId { get; init; }

    /// <summary>Where the service is.</summary>
    public ApiEnvironment Environment { get; init; }

    /// <summary>Layout of the file. Default CSV.</summary>
    public BulkFileLayout FileType { get; init; }

    /// <summary>The time since which changes were asked for; null for everything.</summary>
    public DateTime? LastSyncTimeInUTC { get; init; }

    /// <summary>When the service had taken the request.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The service's id of the call that submitted it, for its support.</summary>
    public string? TrackingId { get; init; }

    /// <summary>Makes an operation of the text that <see cref="ToString"/> gave.</summary>
    /// <exception cref="FormatException">It is no such text, or one of a later version.</exception>
    public static BulkDownloadOperation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var operation) ? operation : throw new FormatException("This is not the saved text of a bulk download, or it is one of a later version.");
    }

    /// <summary>Makes an operation of the text that <see cref="ToString"/> gave; false if it is no such text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out BulkDownloadOperation operation)
    {
        operation = null;
        if (JobText.TryRead(text, Kind) is not { } saved || saved.Text("id") is not { Length: > 0 } id
            || !Enum.TryParse<ApiEnvironment>(saved.Text("environment"), out var environment) || !Enum.IsDefined(environment))
        {
            return false;
        }

        operation = new BulkDownloadOperation
        {
            RequestId = id,
            AccountId = saved.Number("account"),
            CustomerId = saved.Number("customer"),
            Environment = environment,
            FileType = saved.Text("type") == "tsv" ? BulkFileLayout.Tsv : BulkFileLayout.Csv,
            LastSyncTimeInUTC = saved.Time("since"),
            SubmittedAt = saved.Moment("at"),
            TrackingId = saved.Text("tracking"),
        };
        return true;
    }

    static BulkDownloadOperation IParsable<BulkDownloadOperation>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<BulkDownloadOperation>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out BulkDownloadOperation result) => TryParse(s, out result);

    /// <summary>The text to keep: one line, nothing secret in it.</summary>
    public override string ToString() => JobText.Begin(Kind)
        .Add("id", RequestId)
        .Add("account", AccountId)
        .Add("customer", CustomerId)
        .Add("environment", Environment.ToString())
        .Add("type", FileType == BulkFileLayout.Tsv ? "tsv" : null)
        .Add("since", LastSyncTimeInUTC)
        .Add("at", SubmittedAt)
        .Add("tracking", TrackingId)
        .ToString();

    internal CallOptions CallOptions => new() { AccountId = AccountId, CustomerId = CustomerId };

    // Changes only: the file may hold some of the negative sites of a parent and not others.
    internal BulkResultScope Scope => LastSyncTimeInUTC is null ? BulkResultScope.Full : BulkResultScope.Partial;
}
