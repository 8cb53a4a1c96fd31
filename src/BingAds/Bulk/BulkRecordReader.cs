using System.Runtime.CompilerServices;
using BingAds.Bulk.Converters;
using BingAds.Errors;

namespace BingAds.Bulk;

/// <summary>
/// Makes entities of rows: knows which rows belong together. An entity is given out when the first row that is not part of it has come, so its errors are there.
/// </summary>
internal sealed class BulkRecordReader(BulkResultScope scope, BulkRecordFilter filter)
{
    private readonly Queue<BulkEntity> _more = [];
    private BulkEntity? _current;
    private bool _isFirst = true;
    private bool _isSkipping;

    /// <summary>Takes a row; gives the entity that is complete by it, if any. There may be <see cref="More"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public BulkEntity? Add(scoped in BulkRow row)
    {
        var type = row.RecordType;
        if (_isFirst)
        {
            _isFirst = false;
            if (type.SequenceEqual("Format Version"u8))
            {
                CheckVersion(row);
                return null;
            }
        }

        var number = BulkRecordTypes.Find(type);
        if (number < 0 && Attach(row, type))
        {
            return null;
        }

        if (!filter.IsOpen && !filter.Wants(number, type))
        {
            _isSkipping = true;
            return Next(null);
        }

        _isSkipping = false;
        if (BulkRecordTypes.Create(number) is not SingleRecordBulkEntity entity)
        {
            var unknown = new UnknownBulkEntity();
            unknown.ReadAll(row);
            return Next(unknown);
        }

        entity.ReadRow(row);
        if (_current is BulkNegativeSites open && open.TryAdd(entity))
        {
            return null;
        }

        return Next(BulkNegativeSites.Start(entity) ?? (BulkEntity)entity);
    }

    /// <summary>Gives what is still held after the last row.</summary>
    /// <param name="isBroken">The file ends in damage, so that nobody knows whether a group is all there.</param>
    public BulkEntity? Finish(bool isBroken) => Next(null, isBroken);

    /// <summary>Gives what else came of the last row.</summary>
    public BulkEntity? More() => _more.TryDequeue(out var entity) ? entity : null;

    // Errors and bid suggestions belong to the record before them.
    private bool Attach(scoped in BulkRow row, ReadOnlySpan<byte> type)
    {
        if (_isSkipping)
        {
            return type.EndsWith("Error"u8) || BulkBidRow.Kind(type) is not null;
        }

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

    private BulkEntity? Next(BulkEntity? next, bool isBroken = false)
    {
        var done = _current;
        _current = next;
        if (done is not BulkNegativeSites sites)
        {
            return done is not null && filter.Wants(done) ? done : null;
        }

        if (isBroken || (!sites.HasAll && scope != BulkResultScope.Full))
        {
            foreach (var site in sites.Children)
            {
                if (filter.Wants(site))
                {
                    _more.Enqueue(site);
                }
            }

            return More();
        }

        sites.Close();
        return filter.Wants(sites) ? sites : null;
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
