using Apache.Arrow.Types;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>Days: as days since 1970-01-01. A period that is a week, month or year stands as its first day.</summary>
internal sealed class DateColumn(bool isPeriod) : FixedColumn<int>
{
    protected override IArrowType Type => Date32Type.Default;

    public override CellOutcome Append(ReadOnlySpan<byte> text)
    {
        if (DayText.TryRead(text, isPeriod, out var day))
        {
            Add(day);
            return CellOutcome.Taken;
        }

        AddNull();
        return ReportNumber.IsMissing(text) ? CellOutcome.Taken : CellOutcome.Bad;
    }
}
