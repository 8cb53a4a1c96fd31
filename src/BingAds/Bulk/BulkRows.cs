namespace BingAds.Bulk;

/// <summary>The rows of a bulk file, for <c>await foreach</c>. A row is good until the next one is read and cannot be kept over an <c>await</c>.</summary>
public readonly struct BulkRows
{
    private readonly BulkFileReader _reader;
    private readonly CancellationToken _cancellationToken;

    internal BulkRows(BulkFileReader reader, CancellationToken cancellationToken)
    {
        _reader = reader;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Begins the walk; a file is walked once.</summary>
    public BulkRowEnumerator GetAsyncEnumerator()
    {
        _reader.BeginWalk();
        return new(_reader, _cancellationToken);
    }
}
