using BingAds.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>What became of an uploaded record.</summary>
/// <param name="Entity">The record as it is now, with its id; null when it failed, or when there is nothing to add to what was uploaded.</param>
/// <param name="Errors">Why it failed; empty when it did not.</param>
internal readonly record struct BulkApplied(BulkEntity? Entity, IReadOnlyList<BulkError> Errors)
{
    public static BulkApplied Done(BulkEntity? entity) => new(entity, []);

    public static BulkApplied Failed(IReadOnlyList<BulkError> errors) => new(null, errors);
}
