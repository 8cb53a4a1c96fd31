using BingAds.Bulk;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>The entities of the services as rows.</summary>
internal sealed class BulkWorld : IBulkWorld
{
    public IEnumerable<BulkEntity> Read(StoreSession session, BulkReadScope scope)
    {
        yield return new BulkAccount { Id = scope.Account, CustomerId = scope.Customer, SyncTime = scope.SyncTime };
    }

    public IReadOnlyList<string> UnknownColumns(StoreSession session, BulkReadScope scope) => [];

    public BulkApplied Apply(StoreSession session, BulkUploadContext context, BulkEntity uploaded)
        => BulkApplied.Failed([new BulkError { Number = 4203, Error = "BulkServiceUnknownTypeForRow" }]);
}
