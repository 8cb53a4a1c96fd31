using System.Globalization;
using System.Text;

namespace BingAds.Errors;

/// <summary>An answer came that can't be read: what is wrong with it, and where.</summary>
public sealed class BrokenResponseException(string message, Exception? innerException = null) : SdkException(message, innerException)
{
    private readonly string? _snippet;

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.BrokenResponse;

    /// <summary>An answer that breaks off may come whole the next time; any other broken one is likely to be broken again.</summary>
    public override bool IsTransient => IsTruncated;

    /// <summary>Whether the answer ends before it is complete.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Line of the body, from 1; null where lines are not counted.</summary>
    public long? Line { get; init; }

    /// <summary>Byte in the body, or place in <see cref="Line"/> if there is one.</summary>
    public long? Position { get; init; }

    /// <summary>JSON path or XML element that is wrong; null if that is not known.</summary>
    public string? Path { get; init; }

    /// <summary>Name of the option whose limit was passed; null if that is not what is wrong.</summary>
    public string? Limit { get; init; }

    /// <summary>Content type of the answer; null if it had none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The start of the body: at most 200 characters, without secrets, whatever is given.</summary>
    public string? Snippet { get => _snippet; init => _snippet = Secrets.Snippet(value); }

    /// <summary>What is wrong, then all that is known of where.</summary>
    public override string Message
    {
        get
        {
            List<string> facts = [];
            if (Line is { } line)
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}"));
            if (Position is { } position)
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"{(Line is null ? "byte" : "place")} {position}"));
            if (Path is not null)
                facts.Add($"at {ErrorText.OneLine(Path)}");
            if (Limit is not null)
                facts.Add($"limit {Limit}");
            if (HttpStatus is { } status)
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"));
            if (ContentType is not null)
                facts.Add(ErrorText.OneLine(ContentType));
            if (TrackingId is not null)
                facts.Add($"TrackingId {ErrorText.OneLine(TrackingId)}");

            var text = new StringBuilder();
            if (Operation is not null)
                text.Append(Operation).Append(" failed: ");
            text.Append(ErrorText.OneLine(base.Message));
            if (facts.Count > 0)
                text.Append(" (").AppendJoin(", ", facts).Append(')');
            if (!string.IsNullOrEmpty(Snippet))
                text.Append("\n  Body: ").Append(Snippet);
            return text.ToString();
        }
    }

    /// <summary>The same finding with what only the caller knows: the readers see a body, not the call it belongs to.</summary>
    /// <param name="operation">The operation called.</param>
    /// <param name="service">The service called.</param>
    /// <param name="httpStatus">The HTTP status.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="trackingId">The service's id of the request.</param>
    /// <param name="body">The body or its start; secrets are taken out.</param>
    public BrokenResponseException WithCall(
        string? operation, ServiceName? service = null, int? httpStatus = null, string? contentType = null, string? trackingId = null, string? body = null) =>
        new(base.Message, this)
        {
            IsTruncated = IsTruncated,
            Line = Line,
            Position = Position,
            Path = Path,
            Limit = Limit,
            Operation = operation,
            Service = service,
            HttpStatus = httpStatus,
            ContentType = contentType,
            TrackingId = trackingId,
            Snippet = body,
        };
}
