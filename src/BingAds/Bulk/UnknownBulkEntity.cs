using BingAds.Bulk.Converters;

namespace BingAds.Bulk;

/// <summary>A record of a type that this version does not know: all its cells as they stand in the file, written back unchanged.</summary>
public sealed class UnknownBulkEntity : SingleRecordBulkEntity
{
    /// <inheritdoc/>
    public override string RecordType => Values.TryGetValue("Type", out var type) ? type : "";

    /// <summary>Texts of the cells by column; cells that are empty are left out.</summary>
    public IDictionary<string, string> Values => field ??= new Dictionary<string, string>(StringComparer.Ordinal);

    internal void ReadAll(scoped in BulkRow row)
    {
        Line = row.Line;
        Source = row.Header;
        ClientId = row.EmptyText(BulkColumns.ClientId);
        foreach (var filled in row.FilledCells)
        {
            if (filled.Ordinal >= row.Header.Names.Count)
            {
                break;
            }

            var cell = filled.Cell;
            var column = row.Header[filled.Ordinal];
            Values[row.Header.Names[filled.Ordinal]] = cell.ToString();
            if (column == BulkColumns.ModifiedTime)
            {
                LastModifiedTime = BulkDateTime.TryParse(cell.Utf8, out var time) ? time : null;
            }
            else if (column == BulkColumns.ClientId)
            {
                ClientId = cell.ToString();
            }
        }
    }

    internal override void WriteCells(BulkRowWriter row, bool excludeReadOnly)
    {
        foreach (var (name, text) in Values)
        {
            row.Named(name, text);
        }

        TextCell.Write(row, BulkColumns.ClientId, ClientId);
    }
}
