namespace BingAds.Bulk.Upload;

/// <summary>
/// The order in which a list goes out when it takes several files: what is tied together stands together, so that a file can be cut between and files need not
/// wait for one another. Within a group, and among the groups, the caller's order stays.
/// </summary>
internal sealed class UploadPlan
{
    private UploadPlan(int[] order, long[] groupRows)
    {
        Order = order;
        GroupRows = groupRows;
    }

    /// <summary>Numbers of the inputs.</summary>
    public int[] Order { get; }

    /// <summary>At the first input of a group, in this order: the rows of the group; else 0.</summary>
    public long[] GroupRows { get; }

    /// <summary>Whether there are reference keys, for which ids may have to be known.</summary>
    public bool HasReferences { get; private set; }

    /// <summary>Looks through all entities.</summary>
    public static UploadPlan Make(IReadOnlyList<BulkEntity> entities, CancellationToken cancellationToken)
    {
        var groups = new Groups(entities.Count);
        var owners = new Dictionary<long, int>();
        var needs = new List<(int Index, long Name)>();
        var rows = new long[entities.Count];
        var batch = new BulkRowBatch();
        var references = new RowReferences();
        var hasReferences = false;
        for (var i = 0; i < entities.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entity = ListUploadSource.Checked(entities[i], i);
            batch.Clear();
            entity.WriteTo(batch, excludeReadOnly: true);
            rows[i] = batch.Count;
            references.Read(entity.RecordType, batch);
            if (references.IsAlone)
            {
                continue;
            }

            // Numbers go by themselves here: that the same one means a campaign and an ad group only ties more together than must be.
            Own(references.Key == 0 ? null : references.Key, i);
            references.Introduced.ForEach(n => Own(n, i));
            references.Keys.ForEach(k => needs.Add((i, k.Key)));
            hasReferences |= references.Keys.Count > 0;
            references.Needed.ForEach(n => needs.Add((i, n)));
        }

        foreach (var (index, name) in needs)
        {
            if (owners.TryGetValue(name, out var owner))
            {
                groups.Join(owner, index);
            }
        }

        var plan = groups.Order(rows);
        plan.HasReferences = hasReferences;
        return plan;

        void Own(long? name, int index)
        {
            if (name is { } one && !owners.TryAdd(one, index))
            {
                groups.Join(owners[one], index);
            }
        }
    }

    /// <summary>Sets that grow together; each is known by its first member.</summary>
    private sealed class Groups
    {
        private readonly int[] _first;

        public Groups(int count)
        {
            _first = new int[count];
            for (var i = 0; i < count; i++)
            {
                _first[i] = i;
            }
        }

        public void Join(int a, int b)
        {
            (a, b) = (Find(a), Find(b));
            (_first[Math.Max(a, b)], _first[Math.Min(a, b)]) = (Math.Min(a, b), Math.Min(a, b));
        }

        public UploadPlan Order(long[] rows)
        {
            var order = new int[rows.Length];
            var groups = new int[rows.Length];
            var sums = new Dictionary<int, long>();
            for (var i = 0; i < rows.Length; i++)
            {
                order[i] = i;
                groups[i] = Find(i);
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, groups[i], out _) += rows[i];
            }

            // Stable, since the numbers themselves decide among equals.
            Array.Sort(order, (a, b) => groups[a] != groups[b] ? groups[a].CompareTo(groups[b]) : a.CompareTo(b));
            var groupRows = new long[rows.Length];
            for (var i = 0; i < order.Length; i++)
            {
                groupRows[i] = groups[order[i]] == order[i] ? sums[order[i]] : 0;
            }

            return new UploadPlan(order, groupRows);
        }

        private int Find(int one)
        {
            while (_first[one] != one)
            {
                one = _first[one] = _first[_first[one]];
            }

            return one;
        }
    }
}
