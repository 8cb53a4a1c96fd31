namespace BingAds.Emulator.Api;

/// <summary>Refuses the whole call: the service's fault, whose form the transport decides.</summary>
internal sealed class ApiFaultException : Exception
{
    private ApiFaultException(bool isAccess, IReadOnlyList<ApiFaultError> errors)
        : base($"The call is refused with {string.Join(", ", errors.Select(static e => e.Code))}.")
    {
        IsAccess = isAccess;
        Errors = errors;
        Codes = [.. errors.Select(static e => e.Code)];
    }

    /// <summary>Whether it belongs to the checks before an operation runs, which have a fault type of their own.</summary>
    public bool IsAccess { get; }

    public IReadOnlyList<ApiFaultError> Errors { get; }

    public IReadOnlyList<int> Codes { get; }

    /// <summary>HTTP status over REST when somebody asked for another than the code's own.</summary>
    public int? Status { get; init; }

    /// <summary>Sign-in, rights, throttling, unreadable requests.</summary>
    public static ApiFaultException Access(int code, string? details = null) => new(true, [new(code, details)]);

    /// <summary>What the operation itself refuses.</summary>
    public static ApiFaultException Operation(int code, string? details = null) => new(false, [new(code, details)]);

    /// <summary>Everything that the operation finds wrong.</summary>
    public static ApiFaultException Operation(IReadOnlyList<ApiFaultError> errors) => new(false, errors);

    /// <summary>A fault that was planned from outside, in the type that its code comes in.</summary>
    public static ApiFaultException Planned(int code, int? status) => new(code < 200 || code == ErrorNumber.OperationNotSupported, [new(code, null)]) { Status = status };
}
