using System.Runtime.CompilerServices;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>One cell, without its quotes and else as it stands in the file. Nothing is made of it until someone asks.</summary>
/// <remarks>
/// Numbers are read whatever the format version: with or without commas between thousands, with a percent sign, a currency, or in brackets for negative ones. A
/// percentage is the number before its sign: 12.5 for <c>12.50%</c>.
/// </remarks>
public readonly ref struct ReportCell
{
    // Its methods hand these three on as they are: a cell whose address nobody takes never leaves the processor's registers, and one that is stored in pieces and loaded in whole
    // costs as much as reading its number.
    private readonly object? _place;
    private readonly ReadOnlySpan<byte> _raw;
    private readonly int _ordinal;

    /// <summary>A cell as it stands in the file.</summary>
    /// <param name="raw">The text, with its quotes if it has some.</param>
    /// <param name="place">The row's state or the record, to tell in errors where the cell is.</param>
    /// <param name="ordinal">The column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReportCell(ReadOnlySpan<byte> raw, object? place, int ordinal)
    {
        _raw = raw;
        _place = place;
        _ordinal = ordinal;
    }

    /// <summary>The text as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => CellReading.Text(_raw, _place, _ordinal);

    /// <summary>Whether nothing is in it: also where the row or the file has no such column.</summary>
    public bool IsEmpty => _raw.Length == 0 || (_raw[0] == (byte)'"' && Utf8.IsEmpty);

    /// <summary>Whether the service had no value: nothing, blanks, or <c>--</c>.</summary>
    public bool IsMissing => CellReading.IsMissing(_raw, _place, _ordinal);

    /// <summary>Whether the number is the value or only a bound of it, as in <c>&lt;1%</c>.</summary>
    public ReportBound Bound => ReportNumber.BoundOf(Utf8);

    /// <summary>Reads a number; of a bound (<c>&lt;1%</c>) the one that is there.</summary>
    /// <exception cref="FormatException">The cell is missing or holds something else. The message tells column, line and text.</exception>
    public T Parse<T>()
        where T : struct, IUtf8SpanParsable<T> =>
        CellReading.Number<T>(_raw, _place, _ordinal) ?? throw Error(typeof(T).Name);

    /// <summary>The same, with null for a missing cell.</summary>
    /// <exception cref="FormatException">The cell holds something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? ParseOrNull<T>()
        where T : struct, IUtf8SpanParsable<T> =>
        CellReading.Number<T>(_raw, _place, _ordinal);

    /// <summary>Reads a number; false for a missing cell and for what is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse<T>(out T value)
        where T : struct, IUtf8SpanParsable<T> =>
        CellReading.TryNumber(_raw, _place, _ordinal, out value);

    /// <summary>Reads a day and time, in any form that reports have and as it stands, without a zone. Null for a missing cell.</summary>
    /// <exception cref="FormatException">The cell holds something else.</exception>
    public DateTime? ParseDateTimeOrNull()
    {
        if (IsMissing)
        {
            return null;
        }

        return Files.CellParser.TryDateTime(Utf8, out var time) ? time : throw Error("date");
    }

    /// <summary>Reads a day; a time of day behind it is left out. Null for a missing cell.</summary>
    /// <exception cref="FormatException">The cell holds something else.</exception>
    public DateOnly? ParseDateOrNull() => ParseDateTimeOrNull() is { } time ? DateOnly.FromDateTime(time) : null;

    /// <summary>Reads the time that the row stands for, by what the file tells about its rows. Null for a missing cell.</summary>
    /// <exception cref="FormatException">The cell holds something else, or a bare number in a file that does not tell what rows stand for.</exception>
    public ReportPeriod? ParsePeriodOrNull()
    {
        if (IsMissing)
        {
            return null;
        }

        ReportAggregation? aggregation = _place switch
        {
            ReportRowState state => state.Aggregation,
            ReportRecord record => record.Aggregation,
            _ => null,
        };
        return ReportPeriod.TryParse(Utf8, aggregation, out var period) ? period : throw Error("time period");
    }

    /// <summary>Whether the text is exactly this one.</summary>
    public bool Equals(ReadOnlySpan<byte> utf8) => Utf8.SequenceEqual(utf8);

    /// <summary>The text; "" for an empty cell. Short texts that repeat within a file are made once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override string ToString() => CellReading.String(_raw, _place, _ordinal);

    private FormatException Error(string wanted) => CellReading.Error(wanted, _raw, _place, _ordinal);
}
