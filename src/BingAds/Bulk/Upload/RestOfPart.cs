using BingAds.Errors;

namespace BingAds.Bulk.Upload;

/// <summary>What is known of those inputs of a part of which its result does not speak.</summary>
/// <param name="Outcome">What became of them.</param>
/// <param name="Reason">Why; null where nothing has to be said.</param>
/// <param name="HasAllRows">Whether the result has a row for each row that was sent, so that their order says something.</param>
internal sealed record RestOfPart(BulkUploadOutcome Outcome, string? Reason, bool HasAllRows)
{
    /// <summary>What the service says about the file as a whole.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];
}
