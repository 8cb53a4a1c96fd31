using Apache.Arrow.Types;
using BingAds.Files;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>Money and what is counted in parts. A number that does not fit exactly is a bad cell: nothing is rounded.</summary>
internal sealed class DecimalColumn : FixedColumn<Int128>
{
    private const long Unit = 1_000_000;
    private const long Most = 999_999_999_999_999_999;

    private static readonly long[] s_powers = [Unit, 100_000, 10_000, 1_000, 100, 10, 1];
    private static readonly Decimal128Type s_type = new(ReportField.Precision, ReportField.Scale);

    protected override IArrowType Type => s_type;

    public override CellOutcome Append(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && (uint)(text[0] - '0') <= 9 && PlainNumber.TryRead(text, out var number) && number.Fraction <= ReportField.Scale)
        {
            var power = s_powers[number.Fraction];
            if (number.Digits <= Most / power)
            {
                Add(number.Digits * power);
                return CellOutcome.Taken;
            }
        }

        return AppendUnusual(text);
    }

    private CellOutcome AppendUnusual(ReadOnlySpan<byte> text)
    {
        var isMissing = ReportNumber.IsMissing(text);
        if (!isMissing && ReportNumber.TryParse<decimal>(text, out var value) && Math.Abs(value) <= Most / Unit + 1m)
        {
            var scaled = value * Unit;
            if (scaled == decimal.Truncate(scaled) && Math.Abs(scaled) <= Most)
            {
                Add((long)scaled);
                return ReportNumber.BoundOf(text) == ReportBound.None ? CellOutcome.Taken : CellOutcome.Bound;
            }
        }

        AddNull();
        return isMissing ? CellOutcome.Taken : CellOutcome.Bad;
    }
}
