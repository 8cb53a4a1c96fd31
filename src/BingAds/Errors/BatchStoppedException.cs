using BingAds.Contract;

namespace BingAds.Errors;

/// <summary>A long list was being sent in several calls, and one of them failed as a whole: what came before it is done.</summary>
public sealed class BatchStoppedException : SdkException
{
    internal BatchStoppedException(OperationInfo operation, ApiResponse response, int firstNotSent, int count, Exception innerException)
        : base($"{operation.Name} stopped after {firstNotSent} of {count} items: {innerException.Message}", innerException)
    {
        Response = response;
        FirstNotDone = firstNotSent;
        Operation = operation.Name;
        Service = operation.Service;
        TrackingId = (innerException as SdkException)?.TrackingId;
        HttpStatus = (innerException as SdkException)?.HttpStatus;
        RetryAfter = (innerException as SdkException)?.RetryAfter;
    }

    /// <summary>The joined response of the calls that succeeded; its lists end before <see cref="FirstNotDone"/>.</summary>
    public ApiResponse Response { get; }

    /// <summary>Index of the first item of the call that failed. Whether that call had an effect, its own exception says (<see cref="Exception.InnerException"/>).</summary>
    public int FirstNotDone { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ApiError> Errors => (InnerException as SdkException)?.Errors ?? [];

    /// <inheritdoc/>
    public override ErrorCategory Category => (InnerException as SdkException)?.Category ?? ErrorCategory.Unknown;

    /// <inheritdoc/>
    public override bool IsTransient => (InnerException as SdkException)?.IsTransient ?? false;
}
