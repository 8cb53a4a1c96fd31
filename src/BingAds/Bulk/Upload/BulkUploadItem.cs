using BingAds.Bulk.Upload;
using BingAds.Errors;

namespace BingAds.Bulk;

/// <summary>What became of one input of an upload. Each input has exactly one.</summary>
public sealed class BulkUploadItem
{
    internal BulkUploadItem(long index, string recordType, BulkUploadOutcome outcome)
    {
        Index = index;
        RecordType = recordType;
        Outcome = outcome;
    }

    /// <summary>Number of the input, from 0, in the order in which it was given.</summary>
    public long Index { get; }

    /// <summary>Text of the column <c>Type</c>.</summary>
    public string RecordType { get; }

    /// <summary>What became of it.</summary>
    public BulkUploadOutcome Outcome { get; }

    /// <summary>The input itself; null where inputs are not kept (<see cref="EntityUploadParameters.KeepInputs"/>).</summary>
    public BulkEntity? Input { get; internal init; }

    /// <summary>The input's own text in the column <c>Client Id</c>; null if it had none.</summary>
    public string? ClientId { get; internal init; }

    /// <summary>
    /// The record as the service gave it back; null if it gave none. Campaigns, ad groups, ads and keywords come whole, others with what was sent, and new ones with their id.
    /// </summary>
    public BulkEntity? Result { get; internal init; }

    /// <summary>What the service says is wrong with it: code, name and field of each error. Empty unless it failed, and for one that was never sent.</summary>
    public IReadOnlyList<ApiError> Errors { get; internal init; } = [];

    /// <summary>Why nobody knows, or why it was not sent; null where the errors say it.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The upload that it was part of, to look at later; null if it was never sent.</summary>
    public BulkUploadOperation? Operation { get; internal init; }

    /// <summary>The id that the service gave back, or that of the input; null for records without one.</summary>
    public long? Id => (Result is null ? null : EntityId.Of(Result)) ?? (Input is not null && EntityId.Of(Input) is > 0 and var id ? id : null);

    /// <summary>Number, type, outcome, and the first error or the reason.</summary>
    public override string ToString() =>
        $"{Index} {RecordType}: {Outcome}{(Errors.Count > 0 ? " " + Errors[0] : "")}{(Reason is null ? "" : " " + Reason)}";
}
