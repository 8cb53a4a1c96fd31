using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BingAds.Bulk;

/// <summary>
/// A bulk upload that the service has taken: what is needed to look at it again, from any process. <see cref="ToString"/> gives a line to keep, without
/// anything secret, and <see cref="Parse(string)"/> makes the same of it.
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
    private const string Start = "bulk-upload;1";

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
    public static BulkUploadOperation Parse(string text) => Parse(text, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static BulkUploadOperation Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var operation) ? operation : throw new FormatException("This is not the saved text of a bulk upload, or it is one of a later version.");
    }

    /// <summary>Makes an operation of the text that <see cref="ToString"/> gave; false if it is no such text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out BulkUploadOperation operation) => TryParse(text, null, out operation);

    /// <inheritdoc cref="TryParse(string, out BulkUploadOperation)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out BulkUploadOperation result)
    {
        result = null;
        var parts = (s ?? "").Trim().Split(';');
        if (parts.Length < 3 || $"{parts[0]};{parts[1]}" != Start)
        {
            return false;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.AsSpan(2))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
            {
                values[part[..at]] = Uri.UnescapeDataString(part[(at + 1)..]);
            }
        }

        if (values.GetValueOrDefault("id") is not { Length: > 0 } id
            || !Enum.TryParse<ApiEnvironment>(values.GetValueOrDefault("environment"), out var environment) || !Enum.IsDefined(environment))
        {
            return false;
        }

        result = new BulkUploadOperation
        {
            RequestId = id,
            AccountId = Number(values, "account"),
            CustomerId = Number(values, "customer"),
            Environment = environment,
            HasErrorsOnly = values.ContainsKey("errors-only"),
            Layout = values.GetValueOrDefault("layout") == "tsv" ? BulkFileLayout.Tsv : BulkFileLayout.Csv,
            RowCount = Number(values, "rows"),
            SubmittedAt = Number(values, "at") is { } at2 and >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(at2) : null,
            TrackingId = values.GetValueOrDefault("tracking"),
        };
        return true;
    }

    /// <summary>The text to keep: one line, nothing secret in it.</summary>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder(Start);
        Add(text, "id", RequestId);
        Add(text, "account", AccountId);
        Add(text, "customer", CustomerId);
        Add(text, "environment", Environment.ToString());
        Add(text, "errors-only", HasErrorsOnly ? "1" : null);
        Add(text, "layout", Layout == BulkFileLayout.Tsv ? "tsv" : null);
        Add(text, "rows", RowCount);
        Add(text, "at", SubmittedAt?.ToUnixTimeSeconds());
        Add(text, "tracking", TrackingId);
        return text.ToString();
    }

    private static void Add(System.Text.StringBuilder text, string name, long? value) => Add(text, name, value?.ToString(CultureInfo.InvariantCulture));

    private static void Add(System.Text.StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(';').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    private static long? Number(Dictionary<string, string> values, string name) =>
        long.TryParse(values.GetValueOrDefault(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
