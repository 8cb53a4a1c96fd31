using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows of ad extensions of all types.</summary>
internal sealed class AdExtensionRecords() : EntityRecords<AdExtension>(AdExtensionFamilies.AdExtensions)
{
    public override IEnumerable<string> Types => AdExtensionRows.Types;

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        var wanted = AdExtensionRows.Types.Where(type => RecordTypes.EntityOf(type) is { } entity && view.Wants(entity)).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            yield break;
        foreach (var row in view.OfAccount(Family.Name))
        {
            // Logos have no rows.
            if (AdExtensionRows.TypeOf(row.Kind) is not { } type || !wanted.Contains(type))
                continue;
            var record = Show(view, row);
            if (row.Deleted)
                AdExtensionRows.ExtensionOf(record).Status = AdExtensionStatus.Deleted;
            yield return record;
        }
    }

    protected override EntityRules<AdExtension>? RulesOf(UploadTurn turn, UploadedRow row) => turn.IsOfAccount(row) ? turn.AdExtensions : null;

    protected override AdExtension Bind(UploadTurn turn, UploadedRow row, AdExtension? stored)
    {
        var record = AdExtensionRows.Create(row.RecordType);
        record.Create();
        var extension = AdExtensionRows.ExtensionOf(record);
        AdExtensionCells.Begin(extension, stored);
        RowBinding.Read(row, record, turn.Errors);
        AdExtensionCells.End(row, extension);

        // Rows of a download are sent back with what only the service sets: it is passed over.
        extension.Version = null;
        extension.Status = null;
        if (extension is LocationAdExtension location)
            location.GeoCodeStatus = null;
        return extension;
    }

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, AdExtension item) => AdExtensionRows.Create(item, parent);
}
