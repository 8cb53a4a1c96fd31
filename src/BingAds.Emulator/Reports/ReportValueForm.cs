namespace BingAds.Emulator.Reports;

/// <summary>What a <see cref="ReportValue"/> holds.</summary>
internal enum ReportValueForm
{
    Empty,
    NotComputed,
    Text,

    /// <summary>A number of any kind; hour of the day (0 to 23) and day of the week (1 for Sunday) of <c>TimePeriod</c> too.</summary>
    Number,

    Time,
}
