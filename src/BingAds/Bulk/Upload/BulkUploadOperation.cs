using System.Diagnostics.CodeAnalysis;
using BingAds.Jobs;

namespace BingAds.Bulk;

/// <summary>
/// A bulk upload that the service has taken: what is needed to look at it again, from any process. <see cref="ToString"/> gives a line to keep, without
/// anything secret, and <see cref="Parse"/> makes the same of it.
/// </summary>
/// <remarks>The service keeps an upload's result for some 15 minutes after it is complete, so look soon.</remarks>
/// <example>
/// <code>
/// File.WriteAllText("upload.txt", operation.ToString());
/// var again = BulkUploadOperation.Parse(File.ReadAllText("upload.txt"));
/// var status = await manager.TrackAsync(again);
/// </code>
/// </example>
public sealed record BulkUploadOperation : IParsable<BulkUploadOperation>
{
    private const string Kind = "bulk-upload";

    /// <summary>The service's id of the upload.</summary>
    public required string RequestId { get; init; }

    /// <summary>The ad account; null if none was sent.</summary>
    public long? AccountId { get; init; }

    /// <summary>The manager account; null if none was sent.</summary>
    public long? CustomerId { get; init; }

    /// <summary>Where the service is.</summary>
    public ApiEnvironment Environment { get; init; }

    /// <summary>What the result holds.</summary>
    public bool HasErrorsOnly { get; init; }

    /// <summary>Layout of the file, and so of its result.</summary>
    public BulkFileLayout Layout { get; init; }

    /// <summary>Rows of the file; null if they were not counted. It decides how often to look.</summary>
    public long? RowCount { get; init; }

    /// <summary>When the service had taken the file.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The service's id of the request for the upload, for its support.</summary>
    public string? TrackingId { get; init; }

    /// <summary>Makes an operation of the text that <see cref="ToString"/> gave.</summary>
    /// <exception cref="FormatException">It is no such text, or one of a later version.</exception>
    public static BulkUploadOperation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var operation) ? operation : throw new FormatException("This is not the saved text of a bulk upload, or it is one of a later version.");
    }

    /// <summary>Makes an operation of the text that <see cref="ToString"/> gave; false if it is no such text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out BulkUploadOperation operation)
    {
        operation = null;
        if (JobText.TryRead(text, Kind) is not { } saved || saved.Text("id") is not { Length: > 0 } id
            || !Enum.TryParse<ApiEnvironment>(saved.Text("environment"), out var environment) || !Enum.IsDefined(environment))
        {
            return false;
        }

        operation = new BulkUploadOperation
        {
            RequestId = id,
            AccountId = saved.Number("account"),
            CustomerId = saved.Number("customer"),
            Environment = environment,
            HasErrorsOnly = saved.Text("errors-only") is not null,
            Layout = saved.Text("layout") == "tsv" ? BulkFileLayout.Tsv : BulkFileLayout.Csv,
            RowCount = saved.Number("rows"),
            SubmittedAt = saved.Moment("at"),
            TrackingId = saved.Text("tracking"),
        };
        return true;
    }

    static BulkUploadOperation IParsable<BulkUploadOperation>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<BulkUploadOperation>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out BulkUploadOperation result) => TryParse(s, out result);

    /// <summary>The text to keep: one line, nothing secret in it.</summary>
    public override string ToString() => JobText.Begin(Kind)
        .Add("id", RequestId)
        .Add("account", AccountId)
        .Add("customer", CustomerId)
        .Add("environment", Environment.ToString())
        .Add("errors-only", HasErrorsOnly ? "1" : null)
        .Add("layout", Layout == BulkFileLayout.Tsv ? "tsv" : null)
        .Add("rows", RowCount)
        .Add("at", SubmittedAt)
        .Add("tracking", TrackingId)
        .ToString();
}
