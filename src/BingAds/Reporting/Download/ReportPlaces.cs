namespace BingAds.Reporting.Download;

/// <summary>Places for reports that run at once. Who waits is in the row of an account, and the rows have their turns one after the other: a thousand of one account do not hold up another.</summary>
internal sealed class ReportPlaces(int count)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Row> _rows = new();
    private readonly Dictionary<long, Row> _byAccount = [];
    private int _free = count;

    /// <summary>Whether anybody waits.</summary>
    public bool HasWaiters
    {
        get
        {
            lock (_gate)
            {
                return _rows.Count > 0;
            }
        }
    }

    /// <summary>Waits for a place; disposing gives it back.</summary>
    public Task<IDisposable> EnterAsync(long account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_free > 0)
            {
                // Then nobody waits.
                _free--;
                return Task.FromResult<IDisposable>(new Place(this));
            }

            if (!_byAccount.TryGetValue(account, out var row))
            {
                _byAccount.Add(account, row = new Row(account));
                _rows.AddLast(row);
            }

            var waiter = row.Waiters.AddLast(new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously));
            return WaitAsync(row, waiter, cancellationToken);
        }
    }

    private async Task<IDisposable> WaitAsync(Row row, LinkedListNode<TaskCompletionSource<IDisposable>> waiter, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister((_, token) => Leave(row, waiter, token), null);
        return await waiter.Value.Task.ConfigureAwait(false);
    }

    private void Leave(Row row, LinkedListNode<TaskCompletionSource<IDisposable>> waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Who has got a place already keeps it.
            if (!waiter.Value.TrySetCanceled(cancellationToken))
            {
                return;
            }

            row.Waiters.Remove(waiter);
            if (row.Waiters.Count == 0)
            {
                Drop(row);
            }
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            if (_rows.First?.Value is not { } row)
            {
                _free++;
                return;
            }

            var waiter = row.Waiters.First!.Value;
            row.Waiters.RemoveFirst();
            Drop(row);
            if (row.Waiters.Count > 0)
            {
                _byAccount.Add(row.Account, row);
                _rows.AddLast(row);
            }

            waiter.SetResult(new Place(this));
        }
    }

    private void Drop(Row row)
    {
        _rows.Remove(row);
        _byAccount.Remove(row.Account);
    }

    private sealed class Row(long account)
    {
        public long Account { get; } = account;

        public LinkedList<TaskCompletionSource<IDisposable>> Waiters { get; } = new();
    }

    private sealed class Place(ReportPlaces owner) : IDisposable
    {
        private ReportPlaces? _owner = owner;

        public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Release();
    }
}
