namespace BingAds.Bulk;

/// <summary>What few entities have, in one place, so that all others pay for one reference only.</summary>
internal sealed class BulkEntityNotes
{
    public List<BulkError>? Errors { get; set; }

    public List<BulkCellError>? CellErrors { get; set; }

    public List<KeyValuePair<string, string>>? UnknownColumns { get; set; }
}
