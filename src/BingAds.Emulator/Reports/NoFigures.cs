using BingAds.Emulator.Store;

namespace BingAds.Emulator.Reports;

/// <summary>A world in which no ad was ever shown.</summary>
internal sealed class NoFigures : IReportFigures
{
    public IEnumerable<ReportValue[]> Read(StoreSession session, ReportQuestion question) => [];

    public DateTimeOffset CompleteAt(DateTimeOffset now) => now.AddHours(-3);
}
