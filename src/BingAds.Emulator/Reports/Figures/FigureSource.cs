using BingAds.Reporting;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>What all kinds of reports start from: the question with its parts looked up, and the leaves it is about.</summary>
internal sealed class FigureSource
{
    public FigureSource(FigureWorld world, ReportQuestion question)
    {
        World = world;
        Question = question;
        Level = FigureKeys.LevelOf(question.Type);
        Filter = new FigureFilter(question.Request.FilterOrNull, Level);
        Scope = new FigureScope(ReportScopes.Of(question.Request.ScopeOrNull));
    }

    public FigureWorld World { get; }

    public ReportQuestion Question { get; }

    public FigureLevel Level { get; }

    public FigureFilter Filter { get; }

    public FigureScope Scope { get; }

    public List<string> Columns => [.. Question.Columns.Select(static c => c.Name)];

    public IEnumerable<Leaf> Leaves => World.Leaves(Question.Accounts, Scope, LeafRule.Of(Question.Type));

    /// <summary>The rows that the aggregation gives.</summary>
    public IEnumerable<ReportValue[]> Aggregate(IEnumerable<string> columns, PeriodPieces pieces)
        => new FigureRun(new FigurePlan(columns, Level, Filter.OnlyWithClicks), pieces, Filter).Read(Leaves);

    /// <summary>A time as clocks in the report's zone show it.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Question.Zone);
}
