using BingAds.Bulk;
using BingAds.Contract;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Files;
using BingAds.Emulator.Store;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>Makes the file of a download: all in one turn, so that it shows one moment.</summary>
internal sealed class DownloadJob(BulkJobs jobs, Job job)
{
    public async Task RunAsync(CancellationToken cancellationToken)
        => await jobs.State.Store.RunLongAsync(session => WriteAsync(session, cancellationToken), cancellationToken).ConfigureAwait(false);

    private async ValueTask<bool> WriteAsync(StoreSession session, CancellationToken cancellationToken)
    {
        if (session.Jobs.Find(job.Id) is null)
            return false; // A reset came first.
        var (scope, layout, compression) = Order(session);
        var pieces = PieceWriter.Within(session, job.Output);
        await using (pieces.ConfigureAwait(false))
        {
            var writer = new BulkFileWriter(pieces, Options(layout, compression, jobs.World.UnknownColumns(session, scope)), leaveOpen: true);
            await using (writer.ConfigureAwait(false))
            {
                foreach (var entity in jobs.World.Read(session, scope))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await writer.WriteAsync(entity, cancellationToken).ConfigureAwait(false);
                }

                await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }

            await pieces.CompleteAsync().ConfigureAwait(false);
        }

        session.Jobs.Finish(job.Id, Job.Completed, session.Now.UtcDateTime);
        return true;
    }

    private BulkFileWriterOptions Options(BulkFileLayout layout, BulkFileCompression compression, IReadOnlyList<string> unknownColumns) => new()
    {
        Layout = layout,
        Compression = compression,
        EntryName = BulkFileNames.Entry(job, layout),
        UnknownColumns = unknownColumns,
        TimeProvider = jobs.State.Clock,
    };

    private (BulkReadScope Scope, BulkFileLayout Layout, BulkFileCompression Compression) Order(StoreSession session)
    {
        if (job.Kind == BulkJobKind.DownloadOfAccount)
        {
            var whole = WireJson.Read<DownloadCampaignsByAccountIdsRequest>(job.Request);
            return (Scope(session, null, whole.DownloadEntities!, whole.DataScope, whole.LastSyncTimeInUTC), Layout(whole.DownloadFileType), BulkFileNames.Compression(whole.CompressionType));
        }

        var part = WireJson.Read<DownloadCampaignsByCampaignIdsRequest>(job.Request);
        var campaigns = part.Campaigns!.Select(static c => c!.CampaignId!.Value).ToHashSet();
        return (Scope(session, campaigns, part.DownloadEntities!, part.DataScope, part.LastSyncTimeInUTC), Layout(part.DownloadFileType), BulkFileNames.Compression(part.CompressionType));
    }

    private BulkReadScope Scope(StoreSession session, IReadOnlySet<long>? campaigns, IEnumerable<DownloadEntity> entities, DataScope? data, DateTime? since)
    {
        var wanted = data ?? DataScope.EntityData;

        // Scores and suggestions change without any change of the entity, so the service then gives everything.
        var isFull = wanted.Has(DataScope.QualityScoreData) || wanted.Has(DataScope.BidSuggestionsData);
        return new BulkReadScope
        {
            Customer = job.Customer,
            Account = job.Account,
            Campaigns = campaigns,
            Entities = entities.ToHashSet(),
            DataScope = wanted,
            Since = isFull ? null : since,
            SyncTime = session.Seal(),
        };
    }

    private static BulkFileLayout Layout(DownloadFileType? type) => type?.Known == DownloadFileType.KnownValue.Tsv ? BulkFileLayout.Tsv : BulkFileLayout.Csv;
}
