using System.Buffers;
using System.Numerics;
using System.Text;

namespace BingAds.Files;

/// <summary>
/// Writes delimited UTF-8 text row by row: the mirror of <see cref="DelimitedReader"/>. Cells of a row are set in any order, a later one replaces an earlier
/// one, and what is not set stays empty. Rows end in CR LF, the last one too. Not safe for use by two threads at once. The stream is not closed.
/// </summary>
internal sealed partial class DelimitedWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly DelimitedWriterOptions _options;
    private readonly SearchValues<byte> _quoted;
    private readonly byte[] _separators;

    // The row under way: which columns are set, and where in the row buffer their text stands.
    private readonly ulong[] _set;
    private readonly int[] _starts;
    private readonly int[] _lengths;
    private byte[] _row;
    private int _rowUsed;

    private byte[] _buffer;
    private int _used;

    /// <param name="stream">Gets the text.</param>
    /// <param name="columnCount">Columns of every row.</param>
    /// <param name="options">Layout; null for a bulk file in CSV.</param>
    public DelimitedWriter(Stream stream, int columnCount, DelimitedWriterOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columnCount);
        _stream = stream;
        _options = options ?? new();
        _quoted = SearchValues.Create([_options.Separator, (byte)'"', (byte)'\r', (byte)'\n']);
        _separators = new byte[columnCount];
        Array.Fill(_separators, _options.Separator);
        _set = new ulong[(columnCount + 63) / 64];
        _starts = new int[columnCount];
        _lengths = new int[columnCount];
        _row = ArrayPool<byte>.Shared.Rent(4096);
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(_options.BufferSize, 16));
        if (_options.ByteOrderMark)
            Append([0xEF, 0xBB, 0xBF]);
    }

    public int ColumnCount => _starts.Length;

    /// <summary>Writes the column names; they are never treated as formulas.</summary>
    public void Header(IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
            Set(i, names[i], isHeader: true);
        EndRow();
    }

    /// <summary>Ends the row and starts the next; gathered bytes go to the stream when there are enough.</summary>
    public void EndRow()
    {
        EmitRow();
        if (_used >= _options.BufferSize)
            Flush();
    }

    /// <inheritdoc cref="EndRow"/>
    public ValueTask EndRowAsync(CancellationToken cancellationToken = default)
    {
        EmitRow();
        return _used >= _options.BufferSize ? FlushAsync(cancellationToken) : default;
    }

    /// <summary>Sends all whole rows to the stream.</summary>
    public void Flush()
    {
        var used = _used;
        _used = 0;
        _stream.Write(_buffer, 0, used);
    }

    /// <inheritdoc cref="Flush"/>
    public ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        var used = _used;
        _used = 0;
        return _stream.WriteAsync(_buffer.AsMemory(0, used), cancellationToken);
    }

    /// <summary>Gives the buffers back. Rows that were not flushed are lost.</summary>
    public void Dispose()
    {
        var (row, buffer) = (_row, _buffer);
        _row = _buffer = [];
        _used = _rowUsed = 0;
        if (row.Length > 0)
            ArrayPool<byte>.Shared.Return(row);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private void EmitRow()
    {
        var target = Reserve(ref _buffer, _used, _rowUsed + (3 * ColumnCount) + 2);
        var written = 0;
        var column = 0;
        if (_options.QuoteAll)
        {
            QuoteUnset();
        }

        for (var word = 0; word < _set.Length; word++)
        {
            for (var bits = _set[word]; bits != 0; bits &= bits - 1)
            {
                var next = (word * 64) + BitOperations.TrailingZeroCount(bits);
                _separators.AsSpan(0, next - column).CopyTo(target[written..]);
                written += next - column;
                column = next;
                _row.AsSpan(_starts[next], _lengths[next]).CopyTo(target[written..]);
                written += _lengths[next];
            }

            _set[word] = 0;
        }

        _separators.AsSpan(0, ColumnCount - 1 - column).CopyTo(target[written..]);
        written += ColumnCount - 1 - column;
        target[written++] = (byte)'\r';
        target[written++] = (byte)'\n';
        _used += written;
        _rowUsed = 0;
    }

    private void QuoteUnset()
    {
        for (var i = 0; i < ColumnCount; i++)
        {
            if ((_set[i >> 6] & (1UL << i)) == 0)
                Keep(i, Quote(default, blank: false));
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(ref _buffer, _used, bytes.Length));
        _used += bytes.Length;
    }

    /// <summary>The free part of a buffer, which grows if it is smaller than asked for.</summary>
    private static Span<byte> Reserve(ref byte[] buffer, int used, int count)
    {
        if (buffer.Length - used < count)
        {
            var grown = ArrayPool<byte>.Shared.Rent(Math.Max(checked(used + count), buffer.Length * 2));
            buffer.AsSpan(0, used).CopyTo(grown);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = grown;
        }

        return buffer.AsSpan(used);
    }
}
