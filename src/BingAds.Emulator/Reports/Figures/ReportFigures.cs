using BingAds.Emulator.Store;
using BingAds.Reporting;
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
        var world = new FigureWorld(session, _seed, history ?? DefaultHistory);
        return question.Request is KeywordPerformanceReportRequest keywords
            ? RowSorting.Apply(Aggregated(world, question), keywords, question.Columns)
            : Aggregated(world, question);
    }

    /// <summary>The last full hour that is longer ago than the lag.</summary>
    public DateTimeOffset CompleteAt(DateTimeOffset now)
    {
        var complete = now.ToUniversalTime() - (lag ?? DefaultLag);
        return new DateTimeOffset(complete.Ticks - (complete.Ticks % TimeSpan.TicksPerHour), TimeSpan.Zero);
    }

    private static IEnumerable<ReportValue[]> Aggregated(FigureWorld world, ReportQuestion question)
    {
        var level = FigureKeys.LevelOf(question.Type);
        var filter = new FigureFilter(question.Request.FilterOrNull, question.Type, level);
        var plan = new FigurePlan(question.Columns.Select(static c => c.Name), level, filter.OnlyWithClicks);
        var scope = new FigureScope(ReportScopes.Of(question.Request.ScopeOrNull));
        return new FigureRun(plan, PeriodPieces.Of(question), filter).Read(world.Leaves(question.Accounts, scope, LeafRule.Of(question.Type)));
    }
}
