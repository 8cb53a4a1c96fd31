using Apache.Arrow.Types;
using BingAds.Files;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>Ids and counts.</summary>
internal sealed class WholeColumn : FixedColumn<long>
{
    protected override IArrowType Type => Int64Type.Default;

    public override CellOutcome Append(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && (uint)(text[0] - '0') <= 9 && CellParser.TryInt64(text, out var value))
        {
            Add(value);
            return CellOutcome.Taken;
        }

        return AppendUnusual(text);
    }

    private CellOutcome AppendUnusual(ReadOnlySpan<byte> text)
    {
        if (!ReportNumber.IsMissing(text) && ReportNumber.TryParse<long>(text, out var value))
        {
            Add(value);
            return ReportNumber.BoundOf(text) == ReportBound.None ? CellOutcome.Taken : CellOutcome.Bound;
        }

        AddNull();
        return ReportNumber.IsMissing(text) ? CellOutcome.Taken : CellOutcome.Bad;
    }
}
