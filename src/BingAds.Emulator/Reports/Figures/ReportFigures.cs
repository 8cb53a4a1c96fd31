using BingAds.Emulator.Store;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Performance that never happened, the same for the same seed, entity and day, and consistent: whatever is asked for adds up to all else.</summary>
/// <param name="seed">Another seed, another performance.</param>
/// <param name="lag">How long figures take until they are complete.</param>
/// <param name="history">How far figures go back before an entity was made.</param>
internal sealed class ReportFigures(string seed, TimeSpan? lag = null, TimeSpan? history = null) : IReportFigures
{
    private readonly ulong _seed = Mix.Of(seed);

    /// <summary>Three hours: what is younger may still change at the service.</summary>
    public static TimeSpan DefaultLag { get; } = TimeSpan.FromHours(3);

    /// <summary>Three years and a leap day: as far back as the service keeps days.</summary>
    public static TimeSpan DefaultHistory { get; } = TimeSpan.FromDays((3 * 365) + 1);

    public IEnumerable<ReportValue[]> Read(StoreSession session, ReportQuestion question)
    {
        var source = new FigureSource(new FigureWorld(session, _seed, history ?? DefaultHistory), question);
        return question.Type.Name switch
        {
            "BudgetSummary" => BudgetRows.Read(source),
            "CallDetail" => new EventRun(source, Measure.PhoneCalls).Read(),
            "MSClickIdPerformance" when source.Columns.Contains("MSClickId") => new EventRun(source, Measure.Clicks).Read(),
            "SearchCampaignChangeHistory" => new ChangeRows(source).Read(),
            "NegativeKeywordConflict" => ConflictRows.OfKeywords(source),
            "ProductNegativeKeywordConflict" => ConflictRows.OfProducts(source),
            "ProductMatchCount" => ProductMatchRows.Read(source),
            "CategoryClickCoverage" or "CategoryInsights" => CategoryRows.Read(source),
            _ => Aggregated(source),
        };
    }

    /// <summary>The last full hour that is longer ago than the lag.</summary>
    public DateTimeOffset CompleteAt(DateTimeOffset now)
    {
        var complete = now.ToUniversalTime() - (lag ?? DefaultLag);
        return new DateTimeOffset(complete.Ticks - (complete.Ticks % TimeSpan.TicksPerHour), TimeSpan.Zero);
    }

    private static IEnumerable<ReportValue[]> Aggregated(FigureSource source)
    {
        var rows = source.Aggregate(source.Columns, PeriodPieces.Of(source.Question));
        return source.Question.Request is KeywordPerformanceReportRequest request ? RowSorting.Apply(rows, request, source.Question.Columns) : rows;
    }
}
