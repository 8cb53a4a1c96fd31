using BingAds.Errors;

namespace BingAds.Bulk.Upload;

/// <summary>What a job's end says about inputs of which its result does not speak.</summary>
internal static class ResultRules
{
    /// <summary>After the result was read to its end.</summary>
    public static RestOfPart Rest(BulkUploadStatus status, bool hasErrorsOnly)
    {
        if (status.Is(BulkUploadStatus.Completed))
        {
            // No row failed, as the service says.
            return new RestOfPart(BulkUploadOutcome.Applied, null, !hasErrorsOnly);
        }

        if (status.IsSuccess)
        {
            return hasErrorsOnly
                ? new RestOfPart(BulkUploadOutcome.Applied, null, false)
                : new RestOfPart(BulkUploadOutcome.Unknown, "The result has no row for it.", true);
        }

        // These two are told before a row is looked at.
        var isRefused = status.Is("UploadFileRowCountExceeded") || status.Is("UploadFileFormatNotSupported");
        return new RestOfPart(isRefused ? BulkUploadOutcome.Failed : BulkUploadOutcome.Unknown, $"The upload ended as {status.RequestStatus}.", false) { Errors = status.Errors };
    }

    /// <summary>When there is no result to be had, or it broke off.</summary>
    public static RestOfPart WithoutResult(BulkUploadStatus status, Exception cause) => status.Is(BulkUploadStatus.Completed)
        ? new RestOfPart(BulkUploadOutcome.Applied, $"The result could not be read: {ErrorText.OneLine(cause.Message)}", false)
        : new RestOfPart(BulkUploadOutcome.Unknown, $"The result could not be read: {ErrorText.OneLine(cause.Message)}", false) { Errors = status.Errors };
}
