namespace BingAds.Jobs;

/// <summary>Lets tasks take turns by a key, in the order in which they came. Keys that nobody uses are forgotten.</summary>
internal sealed class KeyedTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <summary>Waits for a turn; disposing ends it.</summary>
    public async Task<IDisposable> TakeAsync(string key, CancellationToken cancellationToken)
    {
        Line? line;
        lock (_gate)
        {
            if (!_lines.TryGetValue(key, out line))
            {
                _lines.Add(key, line = new Line());
            }

            line.Users++;
        }

        try
        {
            await line.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(key, line);
            throw;
        }

        return new Held(this, key, line);
    }

    private void Leave(string key, Line line)
    {
        lock (_gate)
        {
            if (--line.Users == 0)
            {
                _lines.Remove(key);
                line.Turn.Dispose();
            }
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Held(KeyedTurns owner, string key, Line line) : IDisposable
    {
        private Line? _line = line;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _line, null) is { } held)
            {
                held.Turn.Release();
                owner.Leave(key, held);
            }
        }
    }
}
