namespace BingAds.Reporting;

/// <summary>A walk through the rows of a report file.</summary>
public readonly struct ReportRowEnumerator
{
    private readonly ReportFileReader _reader;
    private readonly CancellationToken _cancellationToken;

    internal ReportRowEnumerator(ReportFileReader reader, CancellationToken cancellationToken)
    {
        _reader = reader;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The row at which the walk stands.</summary>
    public ReportRow Current => new(_reader.State);

    /// <summary>Goes to the next row; false at the end of a whole file.</summary>
    /// <exception cref="Errors.FileFormatException">The file is damaged, cut, beyond a limit or no report; all whole rows before were given.</exception>
    public ValueTask<bool> MoveNextAsync()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return _reader.NextRowAsync(_cancellationToken);
    }
}
