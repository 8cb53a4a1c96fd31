using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace BingAds.Bulk;

/// <summary>The cells of one row as they are written, in the order of the format's columns; unknown columns follow.</summary>
internal sealed class BulkRowWriter : IBufferWriter<byte>
{
    private readonly (int Start, int Length)[] _cells = new (int, int)[BulkColumns.Count];

    // Which columns hold something: most of them do not, and are never looked at.
    private readonly ulong[] _filled = new ulong[(BulkColumns.Count + 63) / 64];
    private readonly List<KeyValuePair<string, string>> _unknown = [];
    private byte[] _bytes = new byte[2048];
    private int _length;
    private int _at = -1;

    /// <summary>The column that is being written, where that may fail; null before.</summary>
    public string? CurrentColumn => _at < 0 ? null : BulkColumns.NameOf(_at);

    public IReadOnlyList<KeyValuePair<string, string>> UnknownCells => _unknown;

    /// <summary>What a cell holds, before quoting; empty where nothing was written.</summary>
    public ReadOnlySpan<byte> this[int column] => IsFilled(column) ? _bytes.AsSpan(_cells[column].Start, _cells[column].Length) : default;

    /// <summary>The columns that hold something, in their order; use it in a <c>foreach</c>.</summary>
    public FilledColumnList FilledColumns => new(_filled);

    public void Clear()
    {
        Array.Clear(_filled);
        _unknown.Clear();
        _length = 0;
        _at = -1;
    }

    /// <summary>What comes next belongs to this column: for the error, if it cannot be written.</summary>
    public void At(int column) => _at = column;

    public void Text(int column, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            var start = _length;
            Advance(Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
            End(column, start);
        }
    }

    public void Utf8(int column, scoped ReadOnlySpan<byte> text)
    {
        var start = _length;
        text.CopyTo(GetSpan(text.Length));
        Advance(text.Length);
        End(column, start);
    }

    /// <summary>Writes a value in its invariant form.</summary>
    public void Value<T>(int column, T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        var start = _length;
        value.TryFormat(GetSpan(64), out var written, format, System.Globalization.CultureInfo.InvariantCulture);
        Advance(written);
        End(column, start);
    }

    /// <summary>Asks for the setting to be removed.</summary>
    public void Delete(int column) => Utf8(column, "delete_value"u8);

    /// <summary>Writes a cell by the name of its column, whether this version knows it or not.</summary>
    public void Named(string name, string text)
    {
        if (BulkColumns.Find(name) is var column and >= 0)
        {
            Text(column, text);
        }
        else
        {
            Unknown(name, text);
        }
    }

    public void Unknown(string name, string text) => _unknown.Add(new(name, text));

    /// <summary>Where a cell starts that is written piece by piece.</summary>
    public int Begin() => _length;

    public void End(int column, int start)
    {
        _cells[column] = (start, _length - start);
        var bit = 1UL << column;
        _filled[column >> 6] = _length > start ? _filled[column >> 6] | bit : _filled[column >> 6] & ~bit;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_length);
    }

    private bool IsFilled(int column) => (_filled[column >> 6] & (1UL << column)) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Grow(int sizeHint)
    {
        if (_bytes.Length - _length < Math.Max(sizeHint, 1))
        {
            Array.Resize(ref _bytes, Math.Max(_length + Math.Max(sizeHint, 1), _bytes.Length * 2));
        }
    }

    /// <summary>Walks over the bits that are set.</summary>
    internal struct FilledColumnList(ulong[] filled)
    {
        private int _word;
        private ulong _bits = filled[0];

        public int Current { get; private set; }

        public readonly FilledColumnList GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_bits == 0)
            {
                if (++_word >= filled.Length)
                {
                    return false;
                }

                _bits = filled[_word];
            }

            Current = (_word << 6) + BitOperations.TrailingZeroCount(_bits);
            _bits &= _bits - 1;
            return true;
        }
    }
}
