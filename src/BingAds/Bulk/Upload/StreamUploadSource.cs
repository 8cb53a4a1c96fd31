namespace BingAds.Bulk.Upload;

/// <summary>Inputs that come while they are sent, in the order in which they come.</summary>
internal sealed class StreamUploadSource(IAsyncEnumerable<BulkEntity> entities, bool keepsInputs) : IUploadSource
{
    private readonly CancellationTokenSource _stop = new();
    private IAsyncEnumerator<BulkEntity>? _walk;
    private long _next;
    private bool _isAtEnd;

    public bool KeepsInputs => keepsInputs;

    public bool IsList => false;

    public async ValueTask<UploadInput?> NextAsync(CancellationToken cancellationToken)
    {
        if (_isAtEnd)
        {
            return null;
        }

        // One walk serves several parts, each with a token of its own.
        _walk ??= entities.GetAsyncEnumerator(_stop.Token);
        using (cancellationToken.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), _stop))
        {
            if (!await _walk.MoveNextAsync().ConfigureAwait(false))
            {
                _isAtEnd = true;
                return null;
            }
        }

        return new UploadInput(_next, ListUploadSource.Checked(_walk.Current, _next++), 0);
    }

    public async ValueTask DisposeAsync()
    {
        if (_walk is not null)
        {
            await _walk.DisposeAsync().ConfigureAwait(false);
        }

        _stop.Dispose();
    }
}
