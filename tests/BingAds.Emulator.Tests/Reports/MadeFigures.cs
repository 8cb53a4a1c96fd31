using BingAds.Emulator.Reports;
using BingAds.Emulator.Store;
using BingAds.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>Rows whose values follow from their number and their column, with all that is hard to write among them.</summary>
internal sealed class MadeFigures(int rows = 12) : IReportFigures
{
    private static readonly string[] s_texts =
        ["plain", "red \"winter\" shoes, 5\"", " blank at both ends ", "Total", "=1+1", "+sign", "tab\tand, comma", "two\r\nlines", "–ünï\U0001F45F", "Rows: 7", "<&>"];

    public int Rows { get; set; } = rows;

    /// <summary>Runs before each row; a test stops or holds the work there.</summary>
    public Action<int>? Before { get; init; }

    /// <summary>What was asked for last.</summary>
    public ReportQuestion? Question { get; private set; }

    public DateTimeOffset CompleteAt(DateTimeOffset now) => now.AddHours(-3);

    public IEnumerable<ReportValue[]> Read(StoreSession session, ReportQuestion question)
    {
        Question = question;
        var row = new ReportValue[question.Columns.Count];
        for (var i = 0; i < Rows; i++)
        {
            Before?.Invoke(i);
            for (var c = 0; c < row.Length; c++)
            {
                row[c] = Value(question, question.Columns[c], i);
            }

            yield return row;
        }
    }

    public static ReportValue Value(ReportQuestion question, ReportColumnFacts column, int row) => column.Kind switch
    {
        ReportValueKind.TimePeriod => Period(question, row),
        ReportValueKind.Text or ReportValueKind.Term => ReportValue.Of(s_texts[row % s_texts.Length]),
        ReportValueKind.Id => ReportValue.Of(8_000_000_000 + row),
        ReportValueKind.Date => ReportValue.At(Day(question, row)),
        ReportValueKind.DateTime => ReportValue.At(Day(question, row).AddHours(13).AddSeconds(row)),
        _ when row % 5 == 3 => ReportValue.NotComputed,
        _ when row % 5 == 4 => ReportValue.Empty,
        ReportValueKind.Integer => ReportValue.Of(1_234_567L * row),
        _ => ReportValue.Of(1_234.5m * row),
    };

    private static ReportValue Period(ReportQuestion question, int row) => question.Aggregation.ToString() switch
    {
        "HourOfDay" => ReportValue.Of((long)(row % 24)),
        "DayOfWeek" => ReportValue.Of((long)((row % 7) + 1)),
        "Hourly" => ReportValue.At(Day(question, row).AddHours(row % 24)),
        "Yearly" => ReportValue.At(new DateTime(question.Days.First.Year, 1, 1)),
        _ => ReportValue.At(Day(question, row)),
    };

    private static DateTime Day(ReportQuestion question, int row) => question.Days.First.AddDays(row % question.Days.Count).ToDateTime(TimeOnly.MinValue);
}
