using System.Globalization;

namespace BingAds.Analytics;

/// <summary>Writes the Parquet file of each partition, some at once.</summary>
internal sealed class PartitionPacker(LakeLayout layout, LakeStaging staging, RowDivider rows, string table, ReportLakeOptions options)
{
    private readonly Lock _results = new();
    private readonly List<LakeMove> _moves = [];
    private long _bad;
    private long _bounds;
    private long _bytes;

    public IReadOnlyList<LakeMove> Moves => _moves;

    public LakeReplaceResult Result(long rowCount, int removed) => new(rowCount, _moves.Count, removed, _bad, _bounds, _bytes);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var partitions = rows.Partitions.GetEnumerator();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, options.Threads).Select(_ => Task.Run(() => Work(partitions, stop), stop.Token))).ConfigureAwait(false);
    }

    private void Work(IEnumerator<KeyValuePair<PartitionKey, PartitionRows>> partitions, CancellationTokenSource stop)
    {
        var batch = new RowBatch(rows.Plan.Schema, options.RowsPerGroup, options.BadCells);
        try
        {
            while (Next(partitions) is { } partition)
            {
                stop.Token.ThrowIfCancellationRequested();
                Pack(batch, partition.Key, partition.Value);
            }
        }
        catch
        {
            // The others need not go on.
            stop.Cancel();
            throw;
        }

        lock (_results)
        {
            (_bad, _bounds) = (_bad + batch.Bad, _bounds + batch.Bounds);
        }
    }

    private KeyValuePair<PartitionKey, PartitionRows>? Next(IEnumerator<KeyValuePair<PartitionKey, PartitionRows>> partitions)
    {
        lock (_results)
        {
            return partitions.MoveNext() ? partitions.Current : null;
        }
    }

    private void Pack(RowBatch batch, PartitionKey key, PartitionRows partition)
    {
        var day = DayText.Date(key.Day);
        var name = staging.NewFile();
        var path = layout.Full(name);
        KeyValuePair<string, string>[] facts =
        [
            new("bingads.account", key.Account.ToString(CultureInfo.InvariantCulture)),
            new("bingads.date", day.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture)),
        ];
        using (var file = new ParquetFile(path, rows.Plan.ToArrow(facts), options.Compression))
        {
            partition.Replay(rows.SpillFile, batch, full => Write(file, full));
            if (batch.Count > 0)
            {
                Write(file, batch);
            }

            file.Close();
        }

        partition.Drop();
        using (var written = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0))
        {
            if (options.FlushToDisk)
            {
                written.Flush(flushToDisk: true);
            }

            lock (_results)
            {
                _moves.Add(new(name, LakeLayout.Partition(table, key.Account, day)));
                _bytes += written.Length;
            }
        }
    }

    private static void Write(ParquetFile file, RowBatch batch)
    {
        file.Write(batch);
        batch.Clear();
    }
}
