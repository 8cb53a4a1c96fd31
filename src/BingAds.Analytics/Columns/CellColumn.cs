using System.Runtime.CompilerServices;
using Apache.Arrow;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>Collects the cells of one column as Arrow lays them out.</summary>
internal abstract class CellColumn
{
    // One bit a row, in blocks that are cleared when they are begun.
    private byte[] _valid = new byte[128];

    public int Count { get; private set; }

    public virtual bool IsText => false;

    /// <summary>Bytes of text if each row had its own.</summary>
    public virtual long TextBytes => 0;

    protected int Nulls { get; private set; }

    public static CellColumn For(ReportField field) => field.Storage switch
    {
        ReportStorage.Whole when field.Type == ReportColumnType.Period => new PeriodNumberColumn(),
        ReportStorage.Whole => new WholeColumn(),
        ReportStorage.Decimal => new DecimalColumn(),
        ReportStorage.Double => new DoubleColumn(),
        ReportStorage.Date => new DateColumn(isPeriod: field.Type == ReportColumnType.Period),
        ReportStorage.Timestamp => new TimestampColumn(isPeriod: field.Type == ReportColumnType.Period),
        _ => new TextColumn(),
    };

    /// <summary>Adds one row, whatever the cell holds.</summary>
    public abstract CellOutcome Append(ReadOnlySpan<byte> text);

    /// <summary>What was collected, over the same memory: good until the column is cleared.</summary>
    /// <param name="compact">Whether texts that repeat may come as a dictionary.</param>
    public abstract IArrowArray Build(bool compact);

    /// <summary>Begins anew; the memory is used again.</summary>
    public virtual void Clear() => (Count, Nulls) = (0, 0);

    /// <summary>Begins anew in other memory, as what was built belongs to someone else now.</summary>
    public virtual void Leave()
    {
        Clear();
        _valid = new byte[_valid.Length];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void MarkValue()
    {
        var at = Begin();
        _valid[at >> 3] |= (byte)(1 << (at & 7));
    }

    protected void MarkNull()
    {
        Begin();
        Nulls++;
    }

    protected bool IsNull(int row) => (_valid[row >> 3] & (1 << (row & 7))) == 0;

    protected ArrowBuffer Validity() => Nulls == 0 ? ArrowBuffer.Empty : new(_valid.AsMemory(0, (Count + 7) >> 3));

    protected static void Grow(ref byte[] bytes, int needed)
    {
        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(System.Array.MaxLength, Math.Max(needed, 2L * bytes.Length)));
        bytes.AsSpan().CopyTo(larger);
        bytes = larger;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Begin()
    {
        var at = Count++;
        if ((at & 7) == 0)
        {
            if (at >> 3 == _valid.Length)
            {
                Grow(ref _valid, 0);
            }

            _valid[at >> 3] = 0;
        }

        return at;
    }
}
