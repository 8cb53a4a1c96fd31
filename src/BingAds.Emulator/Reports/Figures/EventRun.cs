using System.Globalization;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Rows that each stand for one click or call. Together they are what the aggregated reports count.</summary>
internal sealed class EventRun
{
    private readonly FigureSource _source;
    private readonly Measure _counted;
    private readonly PeriodPieces _pieces;
    private readonly Measure[] _measures;
    private readonly List<Func<FigureEvent, ReportValue>> _columns;

    public EventRun(FigureSource source, Measure counted)
    {
        _source = source;
        _counted = counted;
        _pieces = PeriodPieces.Of(source.Question);
        _columns = source.Columns.ConvertAll(Compile);
        var asked = source.Columns.SelectMany(static c => StatisticColumns.Find(c)?.Measures ?? []).Where(m => MeasureRules.Follows(m, counted));
        _measures = MeasureRules.WithSources([.. asked, counted]);
    }

    /// <summary>By leaf, then by time.</summary>
    public IEnumerable<ReportValue[]> Read()
    {
        var row = new ReportValue[_columns.Count];
        var events = new List<FigureEvent>();
        foreach (var leaf in _source.Leaves.Where(_source.Filter.Takes))
        {
            for (var day = _pieces.FirstDay; day < _pieces.EndDay; day++)
            {
                events.Clear();
                AddEvents(leaf, day, events);
                foreach (var e in events.OrderBy(static e => e.Start))
                {
                    for (var i = 0; i < row.Length; i++)
                    {
                        row[i] = _columns[i](e);
                    }

                    yield return row;
                }
            }
        }
    }

    private void AddEvents(Leaf leaf, int day, List<FigureEvent> events)
    {
        var start = day * (long)DayCurve.Quarters;
        if (start + DayCurve.Quarters <= leaf.Begin || start >= leaf.End || _pieces[day].IsEmpty)
            return;
        for (var i = 0; i < Slice.Count(leaf, day); i++)
        {
            var slice = Slice.Of(leaf, day, i);
            if (_source.Filter.Takes(slice))
                AddEvents(slice, start, events);
        }
    }

    private void AddEvents(in Slice slice, long start, List<FigureEvent> events)
    {
        Span<long> totals = stackalloc long[MeasureRules.Count];
        Span<long> seen = stackalloc long[MeasureRules.Count];
        MeasureRules.Fill(slice, _measures, totals);
        if (totals[(int)_counted] == 0)
            return;
        foreach (var piece in _pieces[slice.Day])
        {
            var from = Math.Max(piece.From, slice.Leaf.Begin - start);
            var to = Math.Min(piece.To, slice.Leaf.End - start);
            for (var quarter = from; quarter < to; quarter++)
            {
                var end = CountUpTo(slice, (int)quarter + 1, totals, seen);
                for (var number = CountUpTo(slice, (int)quarter, totals, seen); number < end; number++)
                {
                    var id = Mix.Of(slice.Roll(_counted), (ulong)number);
                    var time = QuarterHour.Start(start + quarter).AddSeconds((double)(id % 900));
                    events.Add(new FigureEvent(slice, id, time, piece.Period, FiguresOf(slice, number, totals)));
                }
            }
        }
    }

    private long CountUpTo(in Slice slice, int quarter, ReadOnlySpan<long> totals, Span<long> seen)
    {
        if (quarter == 0 || quarter == DayCurve.Quarters)
            return quarter == 0 ? 0 : totals[(int)_counted];
        seen[0] = DayCurve.UpTo(slice, totals[0], quarter);
        MeasureRules.FillUpTo(slice, _measures, totals, seen);
        return seen[(int)_counted];
    }

    /// <summary>What one of the events adds to all that follows from their number.</summary>
    private long[] FiguresOf(in Slice slice, long number, ReadOnlySpan<long> totals)
    {
        var figures = new long[MeasureRules.Count];
        Span<long> before = stackalloc long[MeasureRules.Count];
        figures[(int)_counted] = number + 1;
        before[(int)_counted] = number;
        Measure[] following = [.. _measures.Where(m => MeasureRules.Follows(m, _counted))];
        MeasureRules.FillUpTo(slice, following, totals, figures, _counted);
        MeasureRules.FillUpTo(slice, following, totals, before, _counted);
        for (var i = 0; i < figures.Length; i++)
        {
            figures[i] -= before[i];
        }

        return figures;
    }

    private Func<FigureEvent, ReportValue> Compile(string column)
    {
        switch (column)
        {
            case "TimePeriod":
                return e => _pieces.Value(e.Period);
            case "MSClickId":
                return static e => ReportValue.Of(e.Number.ToString("x16", CultureInfo.InvariantCulture) + Mix.Of(e.Number, 2).ToString("x16", CultureInfo.InvariantCulture));
            case "StartTime":
                return e => ReportValue.At(_source.Local(e.Start));
            case "EndTime":
                return e => ReportValue.At(_source.Local(e.Start + e.Duration));
            case "Duration":
                return static e => ReportValue.Of(((long)e.Duration.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        if (EntityColumns.Find(column, _source.Level) is { } entity)
            return e => entity(e.Slice.Leaf);
        if (SliceColumns.Find(column, _source.Level) is { } slice)
            return e => slice.Value(e.Slice.Leaf, slice.Code(e.Slice));
        return StatisticColumns.Find(column) is { } statistic ? e => statistic.Value(e.Figures) : static _ => ReportValue.Empty;
    }
}
