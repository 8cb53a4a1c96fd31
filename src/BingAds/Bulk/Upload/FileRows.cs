using System.Runtime.CompilerServices;

namespace BingAds.Bulk.Upload;

/// <summary>The rows of a file, for an upload in parts.</summary>
internal static class FileRows
{
    /// <summary>How many rows a file has, as far as that is of interest: counting stops beyond a limit.</summary>
    public static async Task<long> CountAsync(string path, long limit, CancellationToken cancellationToken)
    {
        long count = 0;
        var reader = BulkFileReader.Open(path);
        await using var closingReader = reader.ConfigureAwait(false);
        var rows = reader.ReadRows(cancellationToken).GetAsyncEnumerator();
        while (await rows.MoveNextAsync().ConfigureAwait(false))
        {
            var row = rows.Current;
            if (!row.RecordType.SequenceEqual("Format Version"u8) && ++count > limit)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>All rows but those that only a download has: errors, suggested bids.</summary>
    public static async IAsyncEnumerable<BulkEntity> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = BulkFileReader.Open(path);
        await using var closingReader = reader.ConfigureAwait(false);
        var rows = reader.ReadRows(cancellationToken).GetAsyncEnumerator();
        while (await rows.MoveNextAsync().ConfigureAwait(false))
        {
            var row = rows.Current;
            var type = row.RecordType;
            if (type.SequenceEqual("Format Version"u8) || type.EndsWith("Error"u8) || BulkBidRow.Kind(type) is not null)
            {
                continue;
            }

            yield return new RowEntity(row);
        }
    }
}
