namespace BingAds.Emulator.Reports.Figures;

/// <summary>What the columns of a report need.</summary>
internal sealed class FigurePlan
{
    private readonly bool _onlyWithClicks;

    public FigurePlan(IEnumerable<string> columns, FigureLevel level, bool onlyWithClicks = false)
    {
        _onlyWithClicks = onlyWithClicks;
        var names = columns.ToList();
        Cells = [.. names.Select(name => Compile(name, level))];
        var measures = Cells.SelectMany(static c => c.Statistic?.Measures ?? []);
        Measures = MeasureRules.WithSources([.. measures, .. onlyWithClicks ? [Measure.Clicks] : Array.Empty<Measure>()]);
        Keys = FigureKeys.Of(names);
    }

    public IReadOnlyList<FigureCell> Cells { get; }

    public List<Func<Leaf, ReportValue>> Entities { get; } = [];

    public List<SliceColumn> Slices { get; } = [];

    /// <summary>All that is to be added up, in the order in which one follows from the other.</summary>
    public Measure[] Measures { get; }

    /// <summary>Which entities the rows are told apart by.</summary>
    public IReadOnlyList<FigureLevel> Keys { get; }

    /// <summary>Whether a group becomes a row.</summary>
    public bool Keeps(ReadOnlySpan<long> sums) => !_onlyWithClicks || sums[(int)Measure.Clicks] > 0;

    private FigureCell Compile(string column, FigureLevel level)
    {
        if (column == "TimePeriod")
            return new(FigureCellKind.Period);
        if (EntityColumns.Find(column, level) is { } entity)
        {
            Entities.Add(entity);
            return new(FigureCellKind.Entity, Entities.Count - 1);
        }

        if (SliceColumns.Find(column, level) is { } slice)
        {
            Slices.Add(slice);
            return new(FigureCellKind.Slice, Slices.Count - 1);
        }

        return StatisticColumns.Find(column) is { } statistic ? new(FigureCellKind.Statistic, Statistic: statistic) : default;
    }
}
