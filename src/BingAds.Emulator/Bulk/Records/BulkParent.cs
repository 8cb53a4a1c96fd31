using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>An entity that records hang on.</summary>
/// <param name="Row">As it is stored.</param>
/// <param name="Name">As records tell it.</param>
internal sealed record BulkParent(EntityRow Row, string? Name)
{
    public long Id => Row.Id;

    public bool IsAlive => !Row.Deleted;
}
