namespace BingAds.Bulk;

/// <summary>A walk through the rows of a bulk file.</summary>
public readonly struct BulkRowEnumerator
{
    private readonly BulkFileReader _reader;
    private readonly CancellationToken _cancellationToken;

    internal BulkRowEnumerator(BulkFileReader reader, CancellationToken cancellationToken)
    {
        _reader = reader;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The row at which the walk stands.</summary>
    public BulkRow Current => _reader.Row;

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="Errors.EntityReadException">The text is no bulk file.</exception>
    /// <exception cref="Errors.FileFormatException">The file is damaged, cut or beyond a limit; all whole rows before were given.</exception>
    public ValueTask<bool> MoveNextAsync()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return _reader.NextRowAsync(_cancellationToken);
    }
}
