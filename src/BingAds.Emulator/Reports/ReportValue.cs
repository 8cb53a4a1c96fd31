using BingAds.Reporting;

namespace BingAds.Emulator.Reports;

/// <summary>One cell before it is worded: how it looks in the file depends on the format version.</summary>
internal readonly record struct ReportValue
{
    private ReportValue(ReportValueForm form, string? text = null, decimal number = 0, DateTime time = default)
    {
        Form = form;
        Text = text;
        Number = number;
        Time = time;
    }

    /// <summary>An empty cell: nothing is known, or a quotient has no divisor.</summary>
    public static ReportValue Empty => default;

    /// <summary>The service's <c>--</c>: could be computed, and was not.</summary>
    public static ReportValue NotComputed => new(ReportValueForm.NotComputed);

    public ReportValueForm Form { get; }

    public string? Text { get; }

    /// <summary>A percentage is 12.5 for 12.5%.</summary>
    public decimal Number { get; }

    /// <summary>Of a period: its first hour as clocks in the report's zone show it.</summary>
    public DateTime Time { get; }

    public static ReportValue Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new(ReportValueForm.Text, text);

    public static ReportValue Of(long number) => new(ReportValueForm.Number, number: number);

    public static ReportValue Of(decimal number) => new(ReportValueForm.Number, number: number);

    /// <summary>A day, a day with a time, or a time period that has a date, as the kind of the column says.</summary>
    public static ReportValue At(DateTime time) => new(ReportValueForm.Time, time: time);
}
