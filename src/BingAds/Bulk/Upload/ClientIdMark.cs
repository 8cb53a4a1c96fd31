using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace BingAds.Bulk.Upload;

/// <summary>
/// The text that goes out in the column <c>Client Id</c>: the number of the input, then the caller's own text. So a result tells whose it is, in this process
/// or another, wherever its row stands.
/// </summary>
internal static class ClientIdMark
{
    /// <summary>Longest text that the service takes in the column.</summary>
    public const int MaxLength = 100;

    private static ReadOnlySpan<byte> Start => "bulk#"u8;

    /// <summary>Puts the mark into a row and gives the caller's text that stood there; null if there was none.</summary>
    public static string? Put(BulkRowWriter row, long index)
    {
        var own = row[BulkColumns.ClientId];
        var text = own.IsEmpty ? null : Encoding.UTF8.GetString(own);
        Span<byte> mark = stackalloc byte[(MaxLength * 3) + 32];
        Start.CopyTo(mark);
        Utf8Formatter.TryFormat(index, mark[Start.Length..], out var digits);
        var length = Start.Length + digits + 1;

        // A text that is too long together with the mark stays here, and is put back when the result is read.
        var fits = length + (text?.Length ?? 0) <= MaxLength;
        mark[length - 1] = fits ? (byte)'|' : (byte)'!';
        if (fits)
        {
            own.CopyTo(mark[length..]);
            length += own.Length;
        }

        row.Utf8(BulkColumns.ClientId, mark[..length]);
        return text;
    }

    /// <summary>Reads a mark.</summary>
    /// <param name="clientId">What a result has in the column.</param>
    /// <param name="index">The number of the input.</param>
    /// <param name="own">The caller's text; null if there was none, or if it was too long to go along.</param>
    public static bool TryRead(string? clientId, out long index, out string? own)
    {
        (index, own) = (-1, null);
        if (clientId is null || !clientId.StartsWith("bulk#", StringComparison.Ordinal))
        {
            return false;
        }

        var end = clientId.AsSpan().IndexOfAny('|', '!');
        if (end < 0 || !long.TryParse(clientId.AsSpan(5, end - 5), NumberStyles.None, CultureInfo.InvariantCulture, out index))
        {
            return false;
        }

        own = end + 1 < clientId.Length ? clientId[(end + 1)..] : null;
        return true;
    }

    /// <summary>Puts the caller's own text back where a mark stands.</summary>
    public static BulkEntity Remove(BulkEntity entity)
    {
        if (entity is BulkNegativeSites sites)
        {
            foreach (var site in sites.Children)
            {
                Remove(site);
            }
        }
        else if (entity is SingleRecordBulkEntity row && TryRead(row.ClientId, out _, out var own))
        {
            row.ClientId = own;
            if (entity is UnknownBulkEntity unknown)
            {
                unknown.Values.Remove("Client Id");
                if (own is not null)
                {
                    unknown.Values["Client Id"] = own;
                }
            }
        }

        return entity;
    }
}
