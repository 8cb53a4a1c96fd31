using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using BingAds.Files;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>One cell, without its quotes and else as it stands in the file. Nothing is made of it until someone asks.</summary>
/// <remarks>
/// Numbers are read whatever the format version: with or without commas between thousands, with a percent sign, a currency, or in brackets for negative ones. A
/// percentage is the number before its sign: 12.5 for <c>12.50%</c>.
/// </remarks>
public readonly ref struct ReportCell
{
    // The row's state or the record, to tell in errors where the cell is.
    private readonly object? _place;
    private readonly ReadOnlySpan<byte> _text;

    // Its complement while the text may hold doubled quotes.
    private readonly int _ordinal;

    internal ReportCell(ReadOnlySpan<byte> text, object? place, int ordinal, bool mayHoldQuotes = false)
    {
        _text = text;
        _place = place;
        _ordinal = mayHoldQuotes ? ~ordinal : ordinal;
    }

    /// <summary>The text as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => _ordinal < 0 ? ((ReportRowState)_place!).Row[~_ordinal] : _text;

    /// <summary>Whether nothing is in it: also where the row or the file has no such column.</summary>
    public bool IsEmpty => _text.IsEmpty;

    /// <summary>Whether the service had no value: nothing, blanks, or <c>--</c>.</summary>
    public bool IsMissing => ReportNumber.IsMissing(Utf8);

    /// <summary>Whether the number is the value or only a bound of it, as in <c>&lt;1%</c>.</summary>
    public ReportBound Bound => ReportNumber.BoundOf(Utf8);

    /// <summary>Reads a number; of a bound (<c>&lt;1%</c>) the one that is there.</summary>
    /// <exception cref="FormatException">The cell is missing or holds something else. The message tells column, line and text.</exception>
    public T Parse<T>()
        where T : struct, IUtf8SpanParsable<T> =>
        TryParse<T>(out var value) ? value : throw Error(typeof(T).Name);

    /// <summary>The same, with null for a missing cell.</summary>
    /// <exception cref="FormatException">The cell holds something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? ParseOrNull<T>()
        where T : struct, IUtf8SpanParsable<T>
    {
        // What is missing starts with a dash or a blank, or is empty; and what holds a quote is no number.
        if (_text.Length > 0 && (uint)(_text[0] - '0') <= 9 && ReportNumber.TryPlain<T>(_text, out var value))
        {
            return value;
        }

        return ParseUnusual<T>();
    }

    /// <summary>Reads a number; false for a missing cell and for what is none.</summary>
    public bool TryParse<T>(out T value)
        where T : struct, IUtf8SpanParsable<T>
    {
        if (!IsMissing)
        {
            return ReportNumber.TryParse(Utf8, out value);
        }

        value = default;
        return false;
    }

    /// <summary>Reads a day and time, in any form that reports have and as it stands, without a zone. Null for a missing cell.</summary>
    /// <exception cref="FormatException">The cell holds something else.</exception>
    public DateTime? ParseDateTimeOrNull()
    {
        if (IsMissing)
        {
            return null;
        }

        return CellParser.TryDateTime(Utf8, out var time) ? time : throw Error("date");
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
    public override string ToString() => _place is ReportRowState state ? state.TextOf(Ordinal, Utf8) : Encoding.UTF8.GetString(Utf8);

    private int Ordinal => _ordinal < 0 ? ~_ordinal : _ordinal;

    private T? ParseUnusual<T>()
        where T : struct, IUtf8SpanParsable<T>
    {
        if (IsMissing)
        {
            return null;
        }

        return ReportNumber.TryParse<T>(Utf8, out var value) ? value : throw Error(typeof(T).Name);
    }

    private FormatException Error(string wanted)
    {
        var (columns, line) = _place switch
        {
            ReportRowState state => (state.Columns, state.LineNow),
            ReportRecord record => (record.Columns, record.Line),
            _ => (null, 0),
        };
        var name = columns is not null && Ordinal < columns.Count ? columns.Names[Ordinal] : "";
        var place = columns is null ? "" : string.Create(CultureInfo.InvariantCulture, $"Column '{name}', line {line}: ");
        return new FormatException($"{place}'{Encoding.UTF8.GetString(Utf8)}' is no {wanted}.");
    }
}
