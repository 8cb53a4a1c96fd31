using Apache.Arrow.Types;
using BingAds.Files;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>Hours of the day, 0 to 23, and days of the week, 1 for Sunday: as the service counts them.</summary>
internal sealed class PeriodNumberColumn : FixedColumn<long>
{
    protected override IArrowType Type => Int64Type.Default;

    public override CellOutcome Append(ReadOnlySpan<byte> text)
    {
        if (CellParser.TryInt64(text, out var value) && value is >= 0 and <= 23)
        {
            Add(value);
            return CellOutcome.Taken;
        }

        AddNull();
        return ReportNumber.IsMissing(text) ? CellOutcome.Taken : CellOutcome.Bad;
    }
}
