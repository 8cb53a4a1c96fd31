namespace BingAds.Reporting;

/// <summary>The rows of a report file, for <c>await foreach</c>. A row is good until the next one is read and cannot be kept over an <c>await</c>.</summary>
public readonly struct ReportRows
{
    private readonly ReportFileReader _reader;
    private readonly CancellationToken _cancellationToken;

    internal ReportRows(ReportFileReader reader, CancellationToken cancellationToken)
    {
        _reader = reader;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Begins the walk; a file is walked once.</summary>
    public ReportRowEnumerator GetAsyncEnumerator()
    {
        _reader.BeginWalk();
        return new(_reader, _cancellationToken);
    }
}
