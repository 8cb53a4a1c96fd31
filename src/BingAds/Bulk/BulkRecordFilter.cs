using System.Text;

namespace BingAds.Bulk;

/// <summary>Which records somebody wants. It is asked before anything of a row is bound, and finds out about each record type once.</summary>
internal sealed class BulkRecordFilter(IReadOnlyCollection<string>? types, Func<BulkEntity, bool>? isWanted)
{
    private readonly HashSet<string>? _types = types is null ? null : new(types, StringComparer.Ordinal);
    private readonly bool?[] _known = new bool?[BulkRecordTypes.Count];

    /// <summary>Whether anything is left out at all.</summary>
    public bool IsOpen => _types is null && isWanted is null;

    /// <param name="number">Number of the record type, or -1.</param>
    /// <param name="type">Its text.</param>
    public bool Wants(int number, ReadOnlySpan<byte> type)
    {
        if (number < 0)
        {
            return IsListed(type) && Wants(new UnknownBulkEntity());
        }

        return _known[number] ??= IsListed(type) && BulkRecordTypes.Create(number) is { } entity
            && (Wants(entity) || (entity is SingleRecordBulkEntity single && BulkNegativeSites.Start(single) is { } sites && Wants(sites)));
    }

    /// <summary>Whether the finished entity is wanted: rows that are grouped may end as one class or the other.</summary>
    public bool Wants(BulkEntity entity) => isWanted is null || isWanted(entity);

    private bool IsListed(ReadOnlySpan<byte> type) => _types is null || _types.Contains(Encoding.UTF8.GetString(type));
}
