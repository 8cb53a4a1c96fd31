namespace BingAds.Emulator.Reports.Figures;

/// <summary>One reading of all slices of a report: leaf by leaf, with what has come together going out as soon as nothing more can join it.</summary>
internal sealed class FigureRun
{
    private readonly FigurePlan _plan;
    private readonly PeriodPieces _pieces;
    private readonly FigureFilter _filter;
    private readonly GroupTable _leafGroups;
    private readonly FigureTable[] _tables;
    private readonly long[] _key;
    private readonly long[] _totals = new long[MeasureRules.Count];
    private readonly ReportValue[] _row;
    private long[] _before = new long[MeasureRules.Count];
    private long[] _after = new long[MeasureRules.Count];

    public FigureRun(FigurePlan plan, PeriodPieces pieces, FigureFilter filter)
    {
        _plan = plan;
        _pieces = pieces;
        _filter = filter;
        _key = new long[1 + plan.Slices.Count];
        _leafGroups = new GroupTable(_key.Length, plan.Measures.Length);
        _tables = [.. plan.Keys.Select(_ => new FigureTable(plan))];
        _row = new ReportValue[plan.Cells.Count];
    }

    /// <summary>The rows of all leaves; the same array again and again.</summary>
    public IEnumerable<ReportValue[]> Read(IEnumerable<Leaf> leaves)
    {
        var sums = new long[MeasureRules.Count];
        foreach (var leaf in leaves)
        {
            for (var i = 0; i < _tables.Length; i++)
            {
                if (_tables[i].IsEmpty || FigureKeys.Id(leaf, _plan.Keys[i]) == _tables[i].Owner)
                    continue;
                foreach (var row in _tables[i].Flush(_pieces, _row, sums))
                {
                    yield return row;
                }
            }

            if (_filter.Takes(leaf))
                Add(leaf);
        }

        foreach (var table in _tables)
        {
            foreach (var row in table.Flush(_pieces, _row, sums))
            {
                yield return row;
            }
        }
    }

    private void Add(Leaf leaf)
    {
        _leafGroups.Clear();
        var first = Math.Max(_pieces.FirstDay, (int)(leaf.Begin / DayCurve.Quarters));
        var end = (int)Math.Min(_pieces.EndDay, (leaf.End / DayCurve.Quarters) + 1);
        for (var day = first; day < end; day++)
        {
            if (_pieces[day].IsEmpty)
                continue;
            var count = Slice.Count(leaf, day);
            for (var i = 0; i < count; i++)
            {
                var slice = Slice.Of(leaf, day, i);
                if (_filter.Takes(slice))
                    Add(slice);
            }
        }

        var at = 0;
        while (FigureKeys.Id(leaf, _plan.Keys[at]) is null)
        {
            at++;
        }

        _tables[at].Owner = FigureKeys.Id(leaf, _plan.Keys[at])!.Value;
        _tables[at].Add(leaf, _leafGroups);
    }

    private void Add(in Slice slice)
    {
        MeasureRules.Fill(slice, _plan.Measures, _totals);
        for (var i = 0; i < _plan.Slices.Count; i++)
        {
            _key[1 + i] = _plan.Slices[i].Code(slice);
        }

        var start = slice.Day * (long)DayCurve.Quarters;
        var (begin, end) = (slice.Leaf.Begin - start, slice.Leaf.End - start);
        var seen = -1; // The moment that _after tells of.
        foreach (var piece in _pieces[slice.Day])
        {
            var from = (int)Math.Max(piece.From, begin);
            var to = (int)Math.Min(piece.To, end);
            if (from >= to)
                continue;
            if (seen == from)
                (_before, _after) = (_after, _before);
            else
                See(slice, from, _before);
            See(slice, to, _after);
            seen = to;
            if (_after[0] == _before[0])
                continue; // Everything follows impressions, so nothing at all happened.
            _key[0] = piece.Period;
            var sums = _leafGroups.Sums(_leafGroups.Find(_key));
            for (var i = 0; i < sums.Length; i++)
            {
                var measure = (int)_plan.Measures[i];
                sums[i] += _after[measure] - _before[measure];
            }
        }
    }

    /// <summary>All figures up to a quarter of the day.</summary>
    private void See(in Slice slice, int quarter, long[] figures)
    {
        if (quarter == 0)
        {
            Array.Clear(figures);
        }
        else if (quarter == DayCurve.Quarters)
        {
            _totals.CopyTo(figures, 0);
        }
        else
        {
            figures[0] = DayCurve.UpTo(slice, _totals[0], quarter);
            MeasureRules.FillUpTo(slice, _plan.Measures, _totals, figures);
        }
    }
}
