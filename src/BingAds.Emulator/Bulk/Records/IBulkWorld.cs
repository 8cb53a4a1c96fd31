using BingAds.Bulk;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>What the rows of bulk files mean: the entities of the services, read and changed by rows. Used within a call's turn at the store.</summary>
internal interface IBulkWorld
{
    /// <summary>Everything a download holds after its first row, in the file's order; the account comes first.</summary>
    IEnumerable<BulkEntity> Read(StoreSession session, BulkReadScope scope);

    /// <summary>Columns of stored records that the format does not know: they must stand in the header.</summary>
    IReadOnlyList<string> UnknownColumns(StoreSession session, BulkReadScope scope);

    /// <summary>Applies one uploaded record, wholly or not at all.</summary>
    BulkApplied Apply(StoreSession session, BulkUploadContext context, UploadedRow uploaded);
}
