using Apache.Arrow.Types;
using BingAds.Files;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Analytics;

/// <summary>Hours that rows stand for, and days with a time: in microseconds, as clocks in the report's zone show them.</summary>
internal sealed class TimestampColumn(bool isPeriod) : FixedColumn<long>
{
    private static readonly TimestampType s_type = new(TimeUnit.Microsecond, (string?)null);

    protected override IArrowType Type => s_type;

    public override CellOutcome Append(ReadOnlySpan<byte> text)
    {
        if (TryRead(text, out var time))
        {
            Add((time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
            return CellOutcome.Taken;
        }

        AddNull();
        return ReportNumber.IsMissing(text) ? CellOutcome.Taken : CellOutcome.Bad;
    }

    private bool TryRead(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (!isPeriod)
        {
            return CellParser.TryDateTime(text, out time);
        }

        if (!ReportPeriod.TryParse(text, ReportAggregation.Hourly, out var period) || period is not { Kind: ReportPeriodKind.Hour, Start: { } start })
        {
            return false;
        }

        time = start;
        return true;
    }
}
