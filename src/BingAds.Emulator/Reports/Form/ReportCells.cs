using System.Globalization;
using System.Text;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports.Form;

/// <summary>Values as the cells of a format version have them.</summary>
/// <remarks>
/// Version 2.0 has no commas in numbers, two digits in percentages, and days as in <c>2026-03-15</c>; version 1.0 commas, percentages as short as they can be, and
/// American days. The days of <c>TimePeriod</c> are the same in both.
/// </remarks>
internal sealed class ReportCells(ReportQuestion question)
{
    private readonly bool _isFirst = question.Request.FormatVersion != "2.0";
    private byte[] _text = new byte[256];

    /// <summary>The text of a cell; good until the next is asked for.</summary>
    public ReadOnlySpan<byte> Of(ReportColumnFacts column, in ReportValue value) => value.Form switch
    {
        ReportValueForm.Text => Encode(value.Text!),
        ReportValueForm.NotComputed => "--"u8,
        ReportValueForm.Number => Format(value.Number, NumberForm(column.Kind)),
        ReportValueForm.Time => Format(value.Time, TimeForm(column.Kind)),
        _ => default,
    };

    private string NumberForm(ReportValueKind kind) => kind switch
    {
        ReportValueKind.Integer => _isFirst ? "#,##0.##" : "0.##",
        ReportValueKind.Decimal or ReportValueKind.Money or ReportValueKind.Ratio => _isFirst ? "#,##0.00" : "0.00",
        ReportValueKind.Percent => _isFirst ? "#,##0.##'%'" : "0.00'%'",
        _ => "0.##",
    };

    private string TimeForm(ReportValueKind kind) => kind switch
    {
        ReportValueKind.TimePeriod => question.Aggregation.Known switch
        {
            ReportAggregation.KnownValue.Hourly => _isFirst ? "M'/'d'/'yyyy' 12:00:00 AM|'H" : "yyyy'-'MM'-'dd'|'H",
            ReportAggregation.KnownValue.Yearly => "yyyy",
            _ => "yyyy'-'MM'-'dd",
        },
        ReportValueKind.Date => _isFirst ? "M'/'d'/'yyyy" : "yyyy'-'MM'-'dd",
        _ => _isFirst ? "M'/'d'/'yyyy h':'mm':'ss tt" : "yyyy'-'MM'-'dd HH':'mm':'ss",
    };

    private ReadOnlySpan<byte> Encode(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
            _text = new byte[most];
        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }

    private ReadOnlySpan<byte> Format<T>(T value, string form)
        where T : IUtf8SpanFormattable
    {
        // No number or time of these forms comes near the length of the buffer.
        value.TryFormat(_text, out var written, form, CultureInfo.InvariantCulture);
        return _text.AsSpan(0, written);
    }
}
