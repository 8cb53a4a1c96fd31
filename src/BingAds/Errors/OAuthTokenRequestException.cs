using System.Globalization;
using System.Net;
using System.Text;

namespace BingAds.Errors;

/// <summary>The sign-in service refused to give tokens, or answered something that holds none.</summary>
/// <remarks>Neither the message nor any property holds a token, a code or a secret.</remarks>
public class OAuthTokenRequestException : SdkException
{
    private readonly bool _isTransient;

    /// <summary>Makes the error from what the service said.</summary>
    /// <param name="errorCode">The OAuth error, such as <c>invalid_grant</c>.</param>
    /// <param name="errorDescription">The service's text for people.</param>
    /// <param name="httpStatus">The HTTP status of the answer; null for an error that came on a redirect.</param>
    /// <param name="errorCodes">The AADSTS numbers, when the Microsoft identity platform sent any.</param>
    /// <param name="correlationId">The id that Microsoft's support asks for.</param>
    /// <param name="traceId">The id of this one answer.</param>
    public OAuthTokenRequestException(
        string errorCode,
        string? errorDescription,
        HttpStatusCode? httpStatus = null,
        IReadOnlyList<int>? errorCodes = null,
        string? correlationId = null,
        string? traceId = null)
        : base(Describe(errorCode, errorDescription, httpStatus, errorCodes ?? [], correlationId ?? traceId))
    {
        ErrorCode = errorCode;
        ErrorDescription = errorDescription;
        HttpStatus = (int?)httpStatus;
        ErrorCodes = errorCodes ?? [];
        CorrelationId = correlationId;
        TraceId = traceId;
        TrackingId = correlationId ?? traceId;
        _isTransient = OAuthErrorTable.IsTransient(errorCode, httpStatus, ErrorCodes);
    }

    /// <summary>
    /// The OAuth error, such as <c>invalid_grant</c>; <see cref="UnreadableAnswer"/> when the answer held no error and no tokens.
    /// </summary>
    public string ErrorCode { get; }

    /// <summary>The service's explanation; the start of its raw text when the answer was not JSON; null when it gave none.</summary>
    public string? ErrorDescription { get; }

    /// <summary>The numbers that Microsoft's texts write as AADSTS70000 and so on; empty when there are none.</summary>
    public IReadOnlyList<int> ErrorCodes { get; }

    /// <summary>The id that ties the requests of one sign-in together in Microsoft's logs.</summary>
    public string? CorrelationId { get; }

    /// <summary>The id of this one answer in Microsoft's logs.</summary>
    public string? TraceId { get; }

    /// <summary>What most often causes this error and what helps, in one sentence; null when the code says too little.</summary>
    public string? Advice => OAuthErrorTable.Advice(ErrorCode, ErrorCodes);

    /// <summary>True when the sign-in service failed, was busy, or said that the same request may be made again.</summary>
    public override bool IsTransient => _isTransient;

    /// <inheritdoc/>
    public override ErrorCategory Category => HttpStatus switch
    {
        429 => ErrorCategory.Throttled,
        _ when IsTransient => ErrorCategory.Service,
        >= 200 and < 300 => ErrorCategory.BrokenResponse,
        _ => ErrorCategory.Credentials,
    };

    /// <summary>The <see cref="ErrorCode"/> of an answer in which neither tokens nor an OAuth error could be found.</summary>
    public const string UnreadableAnswer = "unreadable_answer";

    private static string Describe(string errorCode, string? description, HttpStatusCode? status, IReadOnlyList<int> numbers, string? id)
    {
        var text = new StringBuilder("Sign-in failed: ").Append(errorCode);
        var details = new List<string>();
        if (status is { } known)
            details.Add(string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)known}"));
        foreach (var number in numbers)
            details.Add(string.Create(CultureInfo.InvariantCulture, $"AADSTS{number}"));
        if (id is not null)
            details.Add("correlation id " + id);
        if (details.Count > 0)
            text.Append(" (").AppendJoin(", ", details).Append(')');
        if (!string.IsNullOrWhiteSpace(description))
            text.Append(": ").Append(description.Trim());
        if (OAuthErrorTable.Advice(errorCode, numbers) is { } advice)
            text.Append(text[^1] is '.' or '!' ? " " : ". ").Append(advice);
        return text.ToString();
    }
}
