namespace BingAds.Errors;

/// <summary>The service refused a call as a whole: a fault, or an HTTP status that tells of one.</summary>
/// <remarks>
/// Codes come first, the status second: <see cref="Create"/> picks <see cref="CredentialsException"/>, <see cref="PermissionException"/> or
/// <see cref="ThrottledException"/> where they fit. Items that fail inside a call that succeeds are no exception but <see cref="PartialErrors"/>.
/// </remarks>
/// <example>
/// <code>
/// catch (ApiException e) when (e.Has(ErrorCodes.CannotCreateDuplicateCampaign)) { /* use the one that exists */ }
/// catch (ApiException e) when (e.IsTransient) { /* later: e.RetryAfter */ }
/// </code>
/// </example>
public class ApiException : SdkException
{
    /// <summary>Makes the exception from plain data; <see cref="Create"/> picks the class that fits.</summary>
    public ApiException(ApiFailure failure, Exception? innerException = null)
        : base(ErrorText.Describe(failure ?? throw new ArgumentNullException(nameof(failure))), innerException)
    {
        Errors = [.. failure.Errors];
        Operation = failure.Operation;
        Service = failure.Service;
        AccountId = failure.AccountId;
        CustomerId = failure.CustomerId;
        HttpStatus = failure.HttpStatus;
        TrackingId = failure.TrackingId;
        RetryAfter = failure.RetryAfter;
        FaultType = failure.FaultType;
        ResponseHeaders = failure.Headers;
        BodySnippet = Secrets.Snippet(failure.Body);
        Category = ApiErrorRanking.CategoryOf(failure);
        IsTransient = ApiErrorRanking.IsTransient(failure);
        Advice = ApiErrorRanking.Main(failure.Errors)?.Info?.Advice ?? ErrorText.AdviceWithoutCode(failure, ApiErrorRanking.Main(failure.Errors));
    }

    /// <summary>For a failure that is found before a request is made.</summary>
    private protected ApiException(string message, ErrorCategory category)
        : base(message)
    {
        Errors = [];
        ResponseHeaders = ResponseHeaders.Empty;
        Category = category;
        Advice = ErrorAdvice.For(category);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ApiError> Errors { get; }

    /// <inheritdoc/>
    public override ErrorCategory Category { get; }

    /// <inheritdoc/>
    public override bool IsTransient { get; }

    /// <summary>The account the call was made for; null if it was for none.</summary>
    public long? AccountId { get; }

    /// <summary>The customer the call was made for; null if it was for none.</summary>
    public long? CustomerId { get; }

    /// <summary>The kind of fault object, for example <c>AdApiFaultDetail</c>; null if the answer had none.</summary>
    public string? FaultType { get; }

    /// <summary>The headers of the answer.</summary>
    public ResponseHeaders ResponseHeaders { get; }

    /// <summary>The start of a body that is no fault object, at most 200 characters and without secrets; null if there was none.</summary>
    public string? BodySnippet { get; }

    /// <summary>What to do about it.</summary>
    public string Advice { get; }

    /// <summary>Whether one of the errors has this code.</summary>
    public bool Has(int code) => Errors.Any(e => e.Code == code);

    /// <summary>Makes the exception of the class that fits: by the codes, or by the HTTP status where the codes say nothing.</summary>
    public static ApiException Create(ApiFailure failure, Exception? innerException = null)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return ApiErrorRanking.CategoryOf(failure) switch
        {
            ErrorCategory.Credentials => new CredentialsException(failure, innerException),
            ErrorCategory.Permission => new PermissionException(failure, innerException),
            ErrorCategory.Throttled => new ThrottledException(failure, innerException),
            _ => new ApiException(failure, innerException),
        };
    }
}
