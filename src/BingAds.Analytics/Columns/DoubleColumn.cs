using Apache.Arrow.Types;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>Percentages and quotients.</summary>
internal sealed class DoubleColumn : FixedColumn<double>
{
    protected override IArrowType Type => DoubleType.Default;

    public override CellOutcome Append(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && (uint)(text[0] - '0') <= 9 && ReportNumber.TryPlain<double>(text, out var value))
        {
            Add(value);
            return CellOutcome.Taken;
        }

        return AppendUnusual(text);
    }

    private CellOutcome AppendUnusual(ReadOnlySpan<byte> text)
    {
        if (!ReportNumber.IsMissing(text) && ReportNumber.TryParse<double>(text, out var value))
        {
            Add(value);
            return ReportNumber.BoundOf(text) == ReportBound.None ? CellOutcome.Taken : CellOutcome.Bound;
        }

        AddNull();
        return ReportNumber.IsMissing(text) ? CellOutcome.Taken : CellOutcome.Bad;
    }
}
