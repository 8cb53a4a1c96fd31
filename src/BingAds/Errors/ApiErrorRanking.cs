namespace BingAds.Errors;

/// <summary>Which error of several says what went wrong: codes before statuses, and the cause before its followers.</summary>
internal static class ApiErrorRanking
{
    /// <summary>The error that decides; null if there are none.</summary>
    public static ApiError? Main(IReadOnlyList<ApiError> errors)
    {
        ApiError? main = null;
        foreach (var error in errors)
        {
            if (main is null || Rank(error.Category) < Rank(main.Category))
                main = error;
        }

        return main;
    }

    /// <summary>The category of a failed call.</summary>
    public static ErrorCategory CategoryOf(ApiFailure failure)
    {
        var category = Main(failure.Errors)?.Category ?? ErrorCategory.Unknown;
        return category == ErrorCategory.Unknown ? OfStatus(failure.HttpStatus, failure.Errors.Count > 0) : category;
    }

    /// <summary>Whether the call as a whole may succeed later: each of its errors must be one that passes.</summary>
    public static bool IsTransient(ApiFailure failure)
    {
        if (failure.Errors.Count > 0 && failure.Errors.Any(static e => e.Info is not null))
            return failure.Errors.All(static e => e.IsTransient);
        // No code that is known. SOAP answers every fault with 500, so 500 says something only when there is no code at all.
        return failure.HttpStatus is 408 or 429 or 502 or 503 or 504 || (failure.HttpStatus is 500 && failure.Errors.Count == 0);
    }

    private static ErrorCategory OfStatus(int? status, bool hasErrors) => status switch
    {
        401 or 407 => ErrorCategory.Credentials,
        403 => ErrorCategory.Permission,
        429 => ErrorCategory.Throttled,
        408 or 502 or 503 or 504 => ErrorCategory.Service,
        _ when hasErrors => ErrorCategory.Unknown,
        404 or 410 => ErrorCategory.NotFound,
        409 or 412 => ErrorCategory.Conflict,
        >= 400 and < 500 => ErrorCategory.Validation,
        >= 500 and < 600 => ErrorCategory.Service,
        _ => ErrorCategory.Unknown,
    };

    private static int Rank(ErrorCategory category) => category switch
    {
        ErrorCategory.Credentials => 0,
        ErrorCategory.Permission => 1,
        ErrorCategory.Throttled => 2,
        ErrorCategory.Service => 3,
        ErrorCategory.Unknown => 5,
        _ => 4,
    };
}
