using System.Buffers;

namespace BingAds.Files;

/// <summary>Rows whose cells come in the order of the columns: they need not be gathered first and go straight to the buffer.</summary>
internal sealed partial class DelimitedWriter
{
    private int _next;

    /// <summary>Whether so many bytes are held that they should go to the stream.</summary>
    public bool IsFull => _used >= _options.BufferSize;

    /// <summary>Starts a row for <see cref="Append(int, ReadOnlySpan{byte})"/>.</summary>
    public void Begin() => _next = 0;

    /// <summary>Writes the next cell that holds something: UTF-8, quoted where it must be.</summary>
    /// <param name="column">Behind all columns before it in this row.</param>
    /// <param name="value">Its text, never empty.</param>
    public void Append(int column, ReadOnlySpan<byte> value)
    {
        var gap = column - _next;
        var target = Reserve(ref _buffer, _used, gap + (2 * value.Length) + 3);
        _separators.AsSpan(0, gap).CopyTo(target);
        _next = column;
        var blank = value[0] == (byte)'+' && _options.BlankBeforePlus;
        if (blank || value.IndexOfAny(_quoted) >= 0)
        {
            _used += gap + Quote(value, blank, target[gap..]);
            return;
        }

        value.CopyTo(target[gap..]);
        _used += gap + value.Length;
    }

    /// <summary>Ends the row; the bytes stay here until they are flushed.</summary>
    public void End()
    {
        var gap = ColumnCount - 1 - _next;
        var target = Reserve(ref _buffer, _used, gap + 2);
        _separators.AsSpan(0, gap).CopyTo(target);
        target[gap] = (byte)'\r';
        target[gap + 1] = (byte)'\n';
        _used += gap + 2;
    }

    /// <summary>Ends a row of cells that were set; the bytes stay here until they are flushed.</summary>
    public void EndRowInBuffer() => EmitRow();
}
