using BingAds.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>What the rows of some record types mean.</summary>
internal abstract class RecordKind
{
    /// <summary>The record types, as the column <c>Type</c> has them.</summary>
    public abstract IEnumerable<string> Types { get; }

    /// <summary>The records of a download, if it asks for them.</summary>
    public abstract IEnumerable<BulkEntity> Read(DownloadView view);

    /// <summary>Applies a row; gives the record as it now is. What is wrong is among the turn's errors, and nothing has happened then.</summary>
    public abstract BulkEntity? Apply(UploadTurn turn, UploadedRow row);
}
