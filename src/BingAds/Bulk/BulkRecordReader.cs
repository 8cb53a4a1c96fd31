using BingAds.Bulk.Converters;
using BingAds.Errors;

namespace BingAds.Bulk;

/// <summary>
/// Makes entities of rows: knows which rows belong together. An entity is given out when the first row that is not part of it has come, so its errors are there.
/// </summary>
internal sealed class BulkRecordReader(BulkResultScope scope)
{
    private BulkEntity? _current;
    private bool _isFirst = true;

    public void Add(scoped in BulkRow row, Queue<BulkEntity> output)
    {
        var type = row.Find(BulkColumns.Type).Utf8;
        if (_isFirst)
        {
            _isFirst = false;
            if (type.SequenceEqual("Format Version"u8))
            {
                CheckVersion(row);
                return;
            }
        }

        if (Attach(row, type))
        {
            return;
        }

        if (BulkRecordTypes.Create(type) is not SingleRecordBulkEntity entity)
        {
            var unknown = new UnknownBulkEntity();
            unknown.ReadAll(row);
            Next(unknown, output);
            return;
        }

        entity.ReadRow(row);
        if (_current is BulkNegativeSites open && open.TryAdd(entity))
        {
            return;
        }

        Next(BulkNegativeSites.Start(entity) ?? (BulkEntity)entity, output);
    }

    /// <summary>Gives out what is still held after the last row.</summary>
    public void Finish(Queue<BulkEntity> output) => Next(null, output);

    // Errors and bid suggestions belong to the record before them.
    private bool Attach(scoped in BulkRow row, ReadOnlySpan<byte> type)
    {
        if (_current is null)
        {
            return false;
        }

        if (type.EndsWith("Error"u8))
        {
            (_current is BulkNegativeSites sites ? sites.Last : _current).AddError(BulkErrorRow.Read(row));
            return true;
        }

        if (_current is not BulkKeyword keyword || BulkBidRow.Kind(type) is not { } kind)
        {
            return false;
        }

        BulkBidRow.Read(row, keyword, kind);
        return true;
    }

    private void Next(BulkEntity? next, Queue<BulkEntity> output)
    {
        switch (_current)
        {
            case null:
                break;
            case BulkNegativeSites { HasAll: false } part when scope != BulkResultScope.Full:
                foreach (var site in part.Children)
                {
                    output.Enqueue(site);
                }

                break;
            case BulkNegativeSites whole:
                whole.Close();
                output.Enqueue(whole);
                break;
            default:
                output.Enqueue(_current);
                break;
        }

        _current = next;
    }

    private static void CheckVersion(scoped in BulkRow row)
    {
        var version = row.Find(BulkColumns.Name);
        if (!version.Utf8.IsEmpty && !version.Utf8.SequenceEqual("6"u8) && !version.Utf8.SequenceEqual("6.0"u8))
        {
            throw new EntityReadException($"The file has the format version {version.ToString()}; this version reads 6.0.", row.Line);
        }
    }
}
