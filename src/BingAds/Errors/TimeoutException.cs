using System.Globalization;

namespace BingAds.Errors;

/// <summary>A total deadline passed: of a call with all its retries, or of waiting for a job. The job itself may go on.</summary>
/// <remarks>One attempt that takes too long is a <see cref="TransportException"/>, because it can be made again.</remarks>
public sealed class TimeoutException : SdkException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="operation">What was waited for, for example an operation; null for a call without a name.</param>
    /// <param name="deadline">The time that was allowed in all.</param>
    /// <param name="innerException">The failure of the last attempt; null if it was still running.</param>
    public TimeoutException(string? operation, TimeSpan deadline, Exception? innerException = null)
        : base(Describe(operation, deadline, innerException), innerException)
    {
        Operation = operation;
        Deadline = deadline;
        Errors = innerException is SdkException last ? last.Errors : [];
    }

    /// <summary>The time that was allowed in all.</summary>
    public TimeSpan Deadline { get; }

    /// <summary>The id of the job that was waited for, to go on waiting with; null if it was no job.</summary>
    public string? JobId { get; init; }

    /// <summary>The errors of the last attempt; empty if it named none.</summary>
    public override IReadOnlyList<ApiError> Errors { get; }

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.Timeout;

    private static string Describe(string? operation, TimeSpan deadline, Exception? inner)
    {
        var last = inner is null ? "" : $" The last attempt: {ErrorText.OneLine(inner.Message)}";
        return string.Create(CultureInfo.InvariantCulture, $"{operation ?? "The call"} took longer than the {deadline.TotalSeconds:0.###} s allowed in all.{last}");
    }
}
