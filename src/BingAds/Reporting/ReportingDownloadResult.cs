using System.Runtime.ExceptionServices;

namespace BingAds.Reporting;

/// <summary>One of many reports: it can be read, or the exception says why not.</summary>
public sealed class ReportingDownloadResult : IAsyncDisposable
{
    private readonly Func<ReportFileReader>? _open;
    private ReportFileReader? _reader;

    internal ReportingDownloadResult(int index, ReportingDownloadParameters parameters, ReportingDownloadOperation? operation, Exception? exception, Func<ReportFileReader>? open)
    {
        Index = index;
        Parameters = parameters;
        Operation = operation;
        Exception = exception;
        _open = open;
    }

    /// <summary>Its place among the parameters, from 0.</summary>
    public int Index { get; }

    /// <summary>What was asked for: the object that was given.</summary>
    public ReportingDownloadParameters Parameters { get; }

    /// <summary>The report; null if none was submitted.</summary>
    public ReportingDownloadOperation? Operation { get; }

    /// <summary>Why there is no report; null if there is one.</summary>
    public Exception? Exception { get; }

    /// <summary>Whether there is a report.</summary>
    public bool IsSuccess => Exception is null;

    /// <summary>Reads the report while it comes over; nothing is asked for before its first row is. It is closed with this result.</summary>
    /// <exception cref="Errors.SdkException">There is no report: <see cref="Exception"/>.</exception>
    public ReportFileReader Reader
    {
        get
        {
            if (Exception is not null)
            {
                ExceptionDispatchInfo.Throw(Exception);
            }

            return _reader ??= _open!();
        }
    }

    /// <summary>Closes the reader.</summary>
    public ValueTask DisposeAsync() => _reader?.DisposeAsync() ?? default;
}
