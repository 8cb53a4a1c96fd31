using Apache.Arrow;
using Apache.Arrow.Types;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Analytics;

/// <summary>One column: its name and how its values are kept.</summary>
/// <param name="Name">Name as the API spells it.</param>
/// <param name="Type">What the cells of the report hold.</param>
/// <param name="Storage">What they are kept as.</param>
public sealed record ReportField(string Name, ReportColumnType Type, ReportStorage Storage)
{
    /// <summary>Digits of a decimal.</summary>
    internal const int Precision = 18;

    /// <summary>Digits of a decimal behind the point.</summary>
    internal const int Scale = 6;

    /// <summary>Type in SQL, such as <c>DECIMAL(18,6)</c>.</summary>
    public string SqlType => Storage switch
    {
        ReportStorage.Whole => "BIGINT",
        ReportStorage.Decimal => "DECIMAL(18,6)",
        ReportStorage.Double => "DOUBLE",
        ReportStorage.Date => "DATE",
        ReportStorage.Timestamp => "TIMESTAMP",
        _ => "VARCHAR",
    };

    /// <summary>Type in Arrow.</summary>
    public IArrowType ArrowType => Storage switch
    {
        ReportStorage.Whole => Int64Type.Default,
        ReportStorage.Decimal => new Decimal128Type(Precision, Scale),
        ReportStorage.Double => DoubleType.Default,
        ReportStorage.Date => Date32Type.Default,
        ReportStorage.Timestamp => new TimestampType(TimeUnit.Microsecond, (string?)null),
        _ => StringType.Default,
    };

    /// <summary>The column as it is known by its name; text where the name is new.</summary>
    internal static ReportField Of(string name, string known, ReportAggregation? aggregation)
    {
        var facts = ReportColumnTable.Find(known);
        var storage = facts?.Kind switch
        {
            ReportValueKind.Id or ReportValueKind.Integer => ReportStorage.Whole,
            ReportValueKind.Money or ReportValueKind.Decimal => ReportStorage.Decimal,
            ReportValueKind.Percent or ReportValueKind.Ratio => ReportStorage.Double,
            ReportValueKind.Date => ReportStorage.Date,
            ReportValueKind.DateTime => ReportStorage.Timestamp,
            ReportValueKind.TimePeriod => OfPeriod(aggregation),
            _ => ReportStorage.Text,
        };
        return new(name, facts?.Type ?? ReportColumnType.Unknown, storage);
    }

    internal Field ToArrow() => new(Name, ArrowType, nullable: true, Type == ReportColumnType.Percent ? [new("bingads.unit", "percent")] : null);

    private static ReportStorage OfPeriod(ReportAggregation? aggregation) => aggregation?.Known switch
    {
        ReportAggregation.KnownValue.Hourly => ReportStorage.Timestamp,
        ReportAggregation.KnownValue.HourOfDay or ReportAggregation.KnownValue.DayOfWeek => ReportStorage.Whole,
        _ => ReportStorage.Date,
    };
}
