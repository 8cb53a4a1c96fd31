using System.Runtime.CompilerServices;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Bulk;

public sealed partial class BulkFileReader
{
    private bool _isDisposed;

    /// <summary>The row at which the reader stands.</summary>
    internal BulkRow Row
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_rows!, Header!, _texts);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Close())
        {
            return;
        }

        _content?.Dispose();
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!Close())
        {
            return;
        }

        if (_content is not null)
        {
            await _content.DisposeAsync().ConfigureAwait(false);
        }

        if (!_leaveOpen)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A walk begins: there is one.</summary>
    internal void BeginWalk()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isWalked)
        {
            throw new InvalidOperationException("A bulk file is read once; open another reader to read it again.");
        }

        _isWalked = true;
        _texts = new StringCache();
    }

    /// <summary>Goes to the next row. As long as one is in the buffer this is done at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ValueTask<bool> NextRowAsync(CancellationToken cancellationToken) =>
        Header is null ? FirstRowAsync(cancellationToken) : _rows!.ReadAsync(cancellationToken);

    /// <summary>What a strict reader takes for the end.</summary>
    internal void Check(BulkEntity entity)
    {
        if (_options.IsStrict && entity.CellErrors is [var first, ..])
        {
            throw new EntityReadException($"{entity.GetType().Name}: column '{first.Column}' holds '{first.Text}': {first.Reason}", first.Line);
        }
    }

    /// <summary>Hands the row at which the reader stands to those who make entities of it. Made here, the row is not copied on the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal BulkEntity? AddRow(BulkRecordReader records) => records.Add(new BulkRow(_rows!, Header!, _texts));

    internal BulkRecordReader Records(BulkRecordFilter filter) => new(_options.Scope, filter);

    private async ValueTask<bool> FirstRowAsync(CancellationToken cancellationToken)
    {
        await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        return await _rows!.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private bool Close()
    {
        if (_isDisposed)
        {
            return false;
        }

        _isDisposed = true;
        _rows?.Dispose();
        _texts?.Dispose();
        return true;
    }
}
