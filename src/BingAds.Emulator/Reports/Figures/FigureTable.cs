namespace BingAds.Emulator.Reports.Figures;

/// <summary>Groups of a report by the values of their attributes, until what comes can't belong to them any more.</summary>
internal sealed class FigureTable(FigurePlan plan)
{
    private readonly Dictionary<ReportValue, int> _codes = [];
    private readonly List<ReportValue> _values = [];
    private readonly GroupTable _entities = new(Math.Max(plan.Entities.Count, 1), 0);
    private readonly GroupTable _groups = new(2 + plan.Slices.Count, plan.Measures.Length);
    private readonly long[] _entityKey = new long[Math.Max(plan.Entities.Count, 1)];
    private readonly long[] _key = new long[2 + plan.Slices.Count];

    /// <summary>What all groups in it have in common.</summary>
    public long Owner { get; set; }

    public bool IsEmpty => _groups.Count == 0;

    /// <summary>Adds the groups of one leaf, whose keys hold the numbers of slices instead of values.</summary>
    public void Add(Leaf leaf, GroupTable local)
    {
        if (local.Count == 0)
            return;
        for (var i = 0; i < plan.Entities.Count; i++)
        {
            _entityKey[i] = CodeOf(plan.Entities[i](leaf));
        }

        _key[0] = _entities.Find(_entityKey);
        for (var group = 0; group < local.Count; group++)
        {
            var key = local.Key(group);
            _key[1] = key[0];
            for (var i = 0; i < plan.Slices.Count; i++)
            {
                _key[2 + i] = CodeOf(plan.Slices[i].Value(leaf, key[1 + i]));
            }

            var sums = _groups.Sums(_groups.Find(_key));
            var more = local.Sums(group);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += more[i];
            }
        }
    }

    /// <summary>The rows: by entity in the order in which they came, then by time, then by the other attributes. The table is empty afterwards.</summary>
    public IEnumerable<ReportValue[]> Flush(PeriodPieces pieces, ReportValue[] row, long[] sums)
    {
        foreach (var group in _groups.InOrder())
        {
            FillSums(group, sums);
            if (plan.Keeps(sums))
            {
                Fill(group, pieces, row, sums);
                yield return row;
            }
        }

        _groups.Clear();
        _entities.Clear();
        _codes.Clear();
        _values.Clear();
    }

    private void FillSums(int group, long[] sums)
    {
        var values = _groups.Sums(group);
        for (var i = 0; i < values.Length; i++)
        {
            sums[(int)plan.Measures[i]] = values[i];
        }
    }

    private void Fill(int group, PeriodPieces pieces, ReportValue[] row, long[] sums)
    {
        var key = _groups.Key(group);
        var entities = _entities.Key((int)key[0]);
        for (var i = 0; i < row.Length; i++)
        {
            var cell = plan.Cells[i];
            row[i] = cell.Kind switch
            {
                FigureCellKind.Period => pieces.Value(key[1]),
                FigureCellKind.Entity => _values[(int)entities[cell.Index]],
                FigureCellKind.Slice => _values[(int)key[2 + cell.Index]],
                FigureCellKind.Statistic => cell.Statistic!.Value(sums),
                _ => ReportValue.Empty,
            };
        }
    }

    private int CodeOf(ReportValue value)
    {
        if (!_codes.TryGetValue(value, out var code))
        {
            _codes.Add(value, code = _values.Count);
            _values.Add(value);
        }

        return code;
    }
}
