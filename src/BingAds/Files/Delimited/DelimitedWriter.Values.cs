using System.Buffers;
using System.Globalization;
using System.Text;

namespace BingAds.Files;

internal sealed partial class DelimitedWriter
{
    /// <summary>Sets a cell; null and empty text leave it empty.</summary>
    public void Set(int column, string? value) => Set(column, value.AsSpan());

    /// <inheritdoc cref="Set(int, string)"/>
    public void Set(int column, ReadOnlySpan<char> value) => Set(column, value, isHeader: false);

    /// <summary>Sets a cell to text that is UTF-8 already.</summary>
    public void Set(int column, ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(ref _row, _rowUsed, value.Length));
        SetText(column, value.Length, isHeader: false);
    }

    /// <summary>Sets a cell to a whole number.</summary>
    public void Set(int column, long value) => SetFormatted(column, value);

    /// <summary>Sets a cell to the shortest text that reads back to the same number.</summary>
    public void Set(int column, double value) => SetFormatted(column, value);

    /// <summary>Sets a cell to a decimal number with its own scale: 1.50 stays 1.50.</summary>
    public void Set(int column, decimal value) => SetFormatted(column, value);

    /// <summary>Sets a cell to True or False.</summary>
    public void Set(int column, bool value) => Set(column, value ? "True"u8 : "False"u8);

    /// <summary>Sets a cell to true or false, as some columns want it.</summary>
    public void SetLower(int column, bool value) => Set(column, value ? "true"u8 : "false"u8);

    /// <summary>Sets a cell to a date or time in one of the file's forms; fractions of a second are left out.</summary>
    public void Set(int column, DateTime value, DateForm form)
    {
        var target = Reserve(ref _row, _rowUsed, DateText.MaxLength);
        SetText(column, DateText.Format(value, form, target), isHeader: false);
    }

    private void SetFormatted<T>(int column, T value)
        where T : IUtf8SpanFormattable
    {
        // The longest is a double or decimal of about thirty characters.
        value.TryFormat(Reserve(ref _row, _rowUsed, 64), out var written, default, CultureInfo.InvariantCulture);
        SetText(column, written, isHeader: false);
    }

    private void Set(int column, ReadOnlySpan<char> value, bool isHeader)
    {
        var target = Reserve(ref _row, _rowUsed, Encoding.UTF8.GetMaxByteCount(value.Length));
        SetText(column, Encoding.UTF8.GetBytes(value, target), isHeader);
    }

    /// <summary>The value stands unquoted at the end of the row buffer; keeps it, quoted where it must be.</summary>
    private void SetText(int column, int length, bool isHeader)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, ColumnCount);
        var value = _row.AsSpan(_rowUsed, length);
        if (length == 0)
        {
            _set[column >> 6] &= ~(1UL << column);
            return;
        }

        var blank = value[0] == (byte)'+' && _options.BlankBeforePlus && !isHeader;
        if (blank || _options.QuoteAll || value.IndexOfAny(_quoted) >= 0)
            length = QuoteLast(length, blank);
        Keep(column, length);
    }

    private void Keep(int column, int length)
    {
        _set[column >> 6] |= 1UL << column;
        _starts[column] = _rowUsed;
        _lengths[column] = length;
        _rowUsed += length;
    }

    /// <summary>Quotes the value at the end of the row buffer; the quoted text is written behind it, and then moved over it.</summary>
    private int QuoteLast(int length, bool blank)
    {
        Reserve(ref _row, _rowUsed, (length * 3) + 3);
        var value = _row.AsSpan(_rowUsed, length);
        var quoted = Quote(value, blank, _row.AsSpan(_rowUsed + length));
        _row.AsSpan(_rowUsed + length, quoted).CopyTo(_row.AsSpan(_rowUsed));
        return quoted;
    }

    private int Quote(ReadOnlySpan<byte> value, bool blank) => Quote(value, blank, Reserve(ref _row, _rowUsed, 2));

    private static int Quote(ReadOnlySpan<byte> value, bool blank, Span<byte> target)
    {
        var written = 0;
        target[written++] = (byte)'"';
        if (blank)
            target[written++] = (byte)' ';
        for (var quote = value.IndexOf((byte)'"'); quote >= 0; quote = value.IndexOf((byte)'"'))
        {
            value[..(quote + 1)].CopyTo(target[written..]);
            written += quote + 1;
            target[written++] = (byte)'"';
            value = value[(quote + 1)..];
        }

        value.CopyTo(target[written..]);
        written += value.Length;
        target[written++] = (byte)'"';
        return written;
    }
}
