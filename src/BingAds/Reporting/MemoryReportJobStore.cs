using BingAds.Jobs;

namespace BingAds.Reporting;

/// <summary>Keeps the ids of submitted reports in memory, for all managers of one user that share it.</summary>
/// <param name="timeProvider">The clock; the system's by default. Entries are dropped after three days.</param>
public sealed class MemoryReportJobStore(TimeProvider? timeProvider = null) : IReportJobStore
{
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(3);

    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly KeyedTurns _turns = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ReportJobEntry> _entries = new(StringComparer.Ordinal);
    private int _nextSweep = 256;

    /// <inheritdoc/>
    public async ValueTask<IReportJobLock> LockAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new Held(this, key, await _turns.TakeAsync(key, cancellationToken).ConfigureAwait(false));
    }

    private ReportJobEntry? Find(string key)
    {
        lock (_gate)
        {
            return _entries.GetValueOrDefault(key);
        }
    }

    private void Set(string key, ReportJobEntry? entry)
    {
        lock (_gate)
        {
            if (entry is null)
            {
                _entries.Remove(key);
                return;
            }

            _entries[key] = entry;
            if (_entries.Count >= _nextSweep)
            {
                var oldest = _time.GetUtcNow() - s_kept;
                foreach (var (old, _) in _entries.Where(e => e.Value.BegunAt < oldest).ToArray())
                {
                    _entries.Remove(old);
                }

                _nextSweep = Math.Max(256, _entries.Count * 2);
            }
        }
    }

    private sealed class Held(MemoryReportJobStore store, string key, IDisposable turn) : IReportJobLock
    {
        public ReportJobEntry? Entry => store.Find(key);

        public ValueTask WriteAsync(ReportJobEntry entry, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(entry);
            store.Set(key, entry);
            return default;
        }

        public ValueTask RemoveAsync(CancellationToken cancellationToken = default)
        {
            store.Set(key, null);
            return default;
        }

        public ValueTask DisposeAsync()
        {
            turn.Dispose();
            return default;
        }
    }
}
