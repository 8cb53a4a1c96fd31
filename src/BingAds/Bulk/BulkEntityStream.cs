using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using BingAds.Errors;

namespace BingAds.Bulk;

/// <summary>
/// The entities of a file, walked once. Written by hand: as long as whole rows are in the buffer, the next entity is there at once, and only asking the stream
/// for more becomes a task. A compiler's iterator would go through its state machine for each entity.
/// </summary>
internal sealed class BulkEntityStream<T>(BulkFileReader reader, BulkRecordFilter filter, CancellationToken cancellationToken) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
    where T : BulkEntity
{
    private readonly BulkRecordReader _records = reader.Records(filter);
    private CancellationToken _cancellationToken = cancellationToken;
    private CancellationTokenSource? _both;
    private ExceptionDispatchInfo? _failure;
    private bool _hasMore;
    private bool _isEnded;

    public T Current { get; private set; } = null!;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        reader.BeginWalk();
        if (cancellationToken.CanBeCanceled && _cancellationToken.CanBeCanceled && cancellationToken != _cancellationToken)
        {
            _both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cancellationToken);
            _cancellationToken = _both.Token;
        }
        else if (cancellationToken.CanBeCanceled)
        {
            _cancellationToken = cancellationToken;
        }

        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ValueTask<bool> MoveNextAsync()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_hasMore && Give(_records.More()))
        {
            return new(true);
        }

        _hasMore = false;
        while (!_isEnded)
        {
            ValueTask<bool> next;
            try
            {
                next = reader.NextRowAsync(_cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                return new(Fail(error));
            }

            if (!next.IsCompletedSuccessfully)
            {
                return WaitAsync(next);
            }

            if (Take(next.Result))
            {
                return new(true);
            }
        }

        _failure?.Throw();
        return new(false);
    }

    public ValueTask DisposeAsync()
    {
        _isEnded = true;
        _both?.Dispose();
        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync(ValueTask<bool>? next)
    {
        while (true)
        {
            bool isRow;
            try
            {
                isRow = await (next ?? reader.NextRowAsync(_cancellationToken)).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                return Fail(error);
            }

            if (Take(isRow))
            {
                return true;
            }

            if (_isEnded)
            {
                return false;
            }

            next = null;
        }
    }

    // The record before the damage is whole, so it is given first.
    private bool Fail(Exception error)
    {
        _isEnded = true;
        _failure = ExceptionDispatchInfo.Capture(error);
        if (Give(_records.Finish(isBroken: true)))
        {
            return true;
        }

        _failure.Throw();
        return false;
    }

    private bool Take(bool isRow)
    {
        if (isRow)
        {
            return Give(reader.AddRow(_records));
        }

        _isEnded = true;
        return Give(_records.Finish(isBroken: false));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Give(BulkEntity? entity)
    {
        if (entity is null)
        {
            return false;
        }

        _hasMore = true;
        if (entity.HasCellErrors)
        {
            reader.Check(entity);
        }

        Current = (T)entity;
        return true;
    }
}
