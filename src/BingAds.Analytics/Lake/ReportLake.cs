using BingAds.Errors;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>
/// A folder of reports as Parquet files, one for each account and day, and SQL over it. Reports are put in by windows of days, each of which replaces what was there, wholly
/// or not at all.
/// </summary>
/// <remarks>
/// Files are at <c>&lt;view&gt;/account=&lt;id&gt;/date=&lt;yyyy-MM-dd&gt;/rows.parquet</c>; what else the lake needs is under <c>.lake</c>. Safe for use by any number of threads, and
/// by several processes on one machine: they wait for each other with locks of the operating system, so the folder should be on a local disk.
/// </remarks>
/// <example>
/// <code>
/// var lake = new ReportLake("warehouse");
/// await lake.ReplaceAsync(reader, new LakeWindow("KeywordPerformance", 8001, first, last), cancellationToken);
/// await using var rows = await lake.QueryAsync("select sum(Spend) as Spend from KeywordPerformance", cancellationToken: cancellationToken);
/// </code>
/// </example>
public sealed partial class ReportLake
{
    private readonly LakeLayout _layout;
    private readonly ReportLakeOptions _options;
    private readonly LakeLock _lock;

    /// <summary>Opens a lake; the folder is made once something is put into it.</summary>
    /// <param name="folder">The folder. No <c>*</c>, <c>?</c> or <c>[</c> may be in its path.</param>
    /// <param name="options">Null for the defaults.</param>
    public ReportLake(string folder, ReportLakeOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var root = Path.GetFullPath(folder);
        if (root.AsSpan().ContainsAny("*?["))
        {
            throw new ArgumentException("The path of a lake must not have any of *, ? and [ in it, which mean patterns in SQL.", nameof(folder));
        }

        _options = (options ?? new()).Copy();
        _layout = new LakeLayout(root);
        _lock = new LakeLock(_layout, _options);
    }

    /// <summary>The folder, as a full path.</summary>
    public string Folder => _layout.Root;

    /// <summary>
    /// Puts a report in place of all that the lake has in a window: rows are divided by account and day, days without rows lose theirs. Until the file has ended well nothing
    /// changes, and then queries see all of it at once.
    /// </summary>
    /// <param name="reader">A report file that was not walked yet, with the column <c>TimePeriod</c> and, if the window has several accounts, <c>AccountId</c>.</param>
    /// <param name="window">What the file stands for. Each row must lie in it.</param>
    /// <param name="cancellationToken">Stops the work; the lake stays as it was.</param>
    /// <exception cref="FileFormatException">The file is damaged or short of rows: the lake stays as it was.</exception>
    /// <exception cref="FormatException">A cell is no value of its column's type, and bad cells are errors: the lake stays as it was.</exception>
    /// <exception cref="ReportLakeException">The file cannot be kept by account and day, a row lies outside of the window, or others hold the folder for too long.</exception>
    public async Task<LakeReplaceResult> ReplaceAsync(ReportFileReader reader, LakeWindow window, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(window);
        await RecoverAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        var table = LakeTable.For(window, reader.State.Aggregation);
        var plan = await ReportPlan.ReadAsync(reader, window.Report, table.Aggregation, cancellationToken).ConfigureAwait(false);
        using var staging = new LakeStaging(_layout);
        using var rows = new RowDivider(window, plan, staging.SpillPath, _options.MaxRowBytesInMemory);
        var walk = reader.ReadRows(cancellationToken).GetAsyncEnumerator();
        while (await walk.MoveNextAsync().ConfigureAwait(false))
        {
            rows.Append(walk.Current);
        }

        var packer = new PartitionPacker(_layout, staging, rows, table.Name, _options);
        await packer.RunAsync(cancellationToken).ConfigureAwait(false);
        var removed = await CommitAsync(table, window, packer.Moves, cancellationToken).ConfigureAwait(false);
        return packer.Result(reader.RowsRead, removed);
    }

    /// <summary>Removes all rows of a window, as a report without any would.</summary>
    /// <param name="window">What to remove; of rows by day unless its aggregation says otherwise.</param>
    /// <param name="cancellationToken">Stops the work; the lake stays as it was.</param>
    /// <exception cref="ReportLakeException">Others hold the folder for too long.</exception>
    public async Task<LakeReplaceResult> ClearAsync(LakeWindow window, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(window);
        await RecoverAsync(cancellationToken).ConfigureAwait(false);
        var removed = await CommitAsync(LakeTable.For(window, null), window, [], cancellationToken).ConfigureAwait(false);
        return new(0, 0, removed, 0, 0, 0);
    }

    /// <summary>The accounts and days that a view has rows of, sorted.</summary>
    /// <param name="view">Name of the view, such as <c>KeywordPerformance</c> or <c>KeywordPerformanceHourly</c>.</param>
    /// <param name="cancellationToken">Stops the wait for others.</param>
    /// <exception cref="ReportLakeException">Others hold the folder for too long.</exception>
    public async Task<IReadOnlyList<LakePartition>> GetPartitionsAsync(string view, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(view);
        var table = LakeTable.All.FirstOrDefault(t => t.Name == view) ?? throw new ArgumentException($"A lake has no view '{view}'.", nameof(view));
        using var held = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return [.. _layout.Partitions(table.Name)];
    }

    private async Task<int> CommitAsync(LakeTable table, LakeWindow window, IReadOnlyList<LakeMove> moves, CancellationToken cancellationToken)
    {
        using var alone = await _lock.WriteAsync(cancellationToken).ConfigureAwait(false);
        FinishCommits();
        var kept = moves.Select(static m => m.To).ToHashSet(StringComparer.Ordinal);
        var accounts = window.AccountIds.ToHashSet();
        var deletes = _layout.Partitions(table.Name)
            .Where(p => accounts.Contains(p.AccountId) && window.Contains(p.Day))
            .Select(p => LakeLayout.Partition(table.Name, p.AccountId, p.Day))
            .Where(p => !kept.Contains(p))
            .ToList();
        if (moves.Count > 0 || deletes.Count > 0)
        {
            LakeCommit.Finish(_layout, new LakeCommit(moves, deletes).Save(_layout));
        }

        return deletes.Count;
    }

    /// <summary>The lock under which files may be read: none of them is about to be moved.</summary>
    private async Task<IDisposable> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var held = await _lock.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!HasCommits())
            {
                return held;
            }

            held.Dispose();
            await RecoverAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Finishes what killed processes had decided, and removes what they had not.</summary>
    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (HasCommits() || HasLeftovers())
        {
            using var alone = await _lock.WriteAsync(cancellationToken).ConfigureAwait(false);
            FinishCommits();
            LakeStaging.Sweep(_layout);
        }
    }

    private bool HasCommits() => Directory.Exists(_layout.Commits) && Directory.EnumerateFiles(_layout.Commits, "*.json").Any();

    private bool HasLeftovers() => Directory.Exists(_layout.Staging) && Directory.EnumerateFileSystemEntries(_layout.Staging).Any();

    private void FinishCommits()
    {
        foreach (var path in Directory.EnumerateFiles(_layout.Commits, "*.json").ToList())
        {
            LakeCommit.Finish(_layout, path);
        }
    }
}
