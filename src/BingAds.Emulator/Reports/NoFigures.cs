using BingAds.Emulator.Store;

namespace BingAds.Emulator.Reports;

/// <summary>A world in which no ad was ever shown.</summary>
/// <param name="delay">How long figures would take until they are complete.</param>
internal sealed class NoFigures(TimeSpan delay) : IReportFigures
{
    public IEnumerable<ReportValue[]> Read(StoreSession session, ReportQuestion question) => [];

    public DateTimeOffset CompleteAt(DateTimeOffset now) => now - delay;
}
