using BingAds.Bulk;

namespace BingAds.Errors;

/// <summary>An upload of entities stopped before all of them were sent, or not all of it was applied: what became of each input is in <see cref="Result"/>.</summary>
/// <remarks>Inputs that were not sent are among those that failed. If nothing was sent at all the cause comes by itself, not in here.</remarks>
public sealed class BulkUploadException : SdkException
{
    internal BulkUploadException(string message, BulkUploadResult result, Exception? innerException = null)
        : base(ErrorText.WithCause($"{message} ({result})", innerException), innerException)
    {
        Result = result;
        Errors = innerException is SdkException cause ? cause.Errors : [.. result.Failed.SelectMany(static i => i.Errors).Take(10)];
    }

    /// <summary>What became of each input that was reached.</summary>
    public BulkUploadResult Result { get; }

    /// <inheritdoc/>
    public override ErrorCategory Category => InnerException is SdkException cause ? cause.Category : ErrorCategory.Unknown;

    /// <summary>The errors of the cause, or the first ten of the rows.</summary>
    public override IReadOnlyList<ApiError> Errors { get; }
}
