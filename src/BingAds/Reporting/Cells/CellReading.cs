using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using BingAds.Files;

namespace BingAds.Reporting;

/// <summary>What a <see cref="ReportCell"/> is asked for, over its parts: the cell as it stands in the file, the row's state or the record, and the column.</summary>
internal static class CellReading
{
    private const int MostOnStack = 512;

    /// <summary>The text without the quotes around it and within it.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> raw, object? place, int ordinal)
    {
        var text = Inner(raw, out var hasQuotes);
        return !hasQuotes ? text : place is ReportRowState state ? state.Row[ordinal] : CellQuotes.Unquoted(text, new byte[CellQuotes.RoomFor(text.Length)]);
    }

    /// <summary>Whether the service had no value.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> raw, object? place, int ordinal) => !HoldsDigit(raw) && ReportNumber.IsMissing(Text(raw, place, ordinal));

    /// <summary>Reads a number; null for a missing cell.</summary>
    /// <exception cref="FormatException">The cell holds something else.</exception>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T? Number<T>(ReadOnlySpan<byte> raw, object? place, int ordinal)
        where T : struct, IUtf8SpanParsable<T> =>
        TryShort<T>(raw, out var value) ? value : Unusual<T>(raw, place, ordinal);

    /// <summary>Reads a number; false for a missing cell and for what is none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static bool TryNumber<T>(ReadOnlySpan<byte> raw, object? place, int ordinal, out T value)
        where T : struct, IUtf8SpanParsable<T> =>
        TryShort(raw, out value) || TryUnusual(Text(raw, place, ordinal), out value);

    /// <summary>The text as a string.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static string String(ReadOnlySpan<byte> raw, object? place, int ordinal)
    {
        if (place is ReportRowState state)
        {
            return state.TextOf(ordinal, Text(raw, place, ordinal));
        }

        var text = Inner(raw, out var hasQuotes);
        return hasQuotes ? UnquotedString(text) : StringCache.Make(text);
    }

    public static FormatException Error(string wanted, ReadOnlySpan<byte> raw, object? place, int ordinal)
    {
        var (columns, line) = place switch
        {
            ReportRowState state => (state.Columns, state.LineNow),
            ReportRecord record => (record.Columns, record.Line),
            _ => (null, 0),
        };
        var name = columns is not null && ordinal < columns.Count ? columns.Names[ordinal] : "";
        var where = columns is null ? "" : string.Create(CultureInfo.InvariantCulture, $"Column '{name}', line {line}: ");
        return new FormatException($"{where}'{Encoding.UTF8.GetString(Text(raw, place, ordinal))}' is no {wanted}.");
    }

    /// <summary>The text without the quotes around it, up to the one that closes it.</summary>
    /// <param name="raw">The cell as it stands in the file.</param>
    /// <param name="hasQuotes">Whether there are quotes within it, which stand there doubled and are not looked at.</param>
    private static ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> raw, out bool hasQuotes)
    {
        hasQuotes = false;
        if (raw.Length == 0 || raw[0] != (byte)'"')
        {
            return raw;
        }

        var inner = raw[1..];
        var quote = inner.IndexOf((byte)'"');
        hasQuotes = quote >= 0 && quote + 1 < inner.Length && inner[quote + 1] == (byte)'"';
        return hasQuotes || quote < 0 ? inner : inner[..quote];
    }

    private static string UnquotedString(ReadOnlySpan<byte> text)
    {
        var room = CellQuotes.RoomFor(text.Length);
        return StringCache.Make(CellQuotes.Unquoted(text, room <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[room]));
    }

    /// <summary>Such a cell is not missing: those that are begin with a dash or a blank, or are empty.</summary>
    private static bool HoldsDigit(ReadOnlySpan<byte> raw) =>
        raw.Length > 0 && char.IsAsciiDigit((char)(raw.Length > 1 && raw[0] == (byte)'"' ? raw[1] : raw[0]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryShort<T>(ReadOnlySpan<byte> raw, out T value)
        where T : struct, IUtf8SpanParsable<T>
    {
        ref var text = ref MemoryMarshal.GetReference(raw);
        var length = raw.Length;
        if (length > 1 && text == (byte)'"' && Unsafe.Add(ref text, length - 1) == (byte)'"')
        {
            text = ref Unsafe.Add(ref text, 1);
            length -= 2;
        }

        return ReportNumber.TryShort(ref text, length, out value);
    }

    private static bool TryUnusual<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, IUtf8SpanParsable<T>
    {
        value = default;
        return !ReportNumber.IsMissing(text) && ReportNumber.TryParse(text, out value);
    }

    private static T? Unusual<T>(ReadOnlySpan<byte> raw, object? place, int ordinal)
        where T : struct, IUtf8SpanParsable<T>
    {
        var text = Text(raw, place, ordinal);
        if (ReportNumber.IsMissing(text))
        {
            return null;
        }

        return ReportNumber.TryParse<T>(text, out var value) ? value : throw Error(typeof(T).Name, raw, place, ordinal);
    }
}
