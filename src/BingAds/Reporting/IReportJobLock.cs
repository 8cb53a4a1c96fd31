namespace BingAds.Reporting;

/// <summary>One key of an <see cref="IReportJobStore"/> in the hands of one caller; disposing gives it back.</summary>
public interface IReportJobLock : IAsyncDisposable
{
    /// <summary>What is kept; null if nothing is.</summary>
    ReportJobEntry? Entry { get; }

    /// <summary>Keeps an entry in place of the one before. When this returns it is safe.</summary>
    /// <exception cref="Errors.ReportJobStoreException">It could not be kept.</exception>
    ValueTask WriteAsync(ReportJobEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Keeps nothing any more.</summary>
    /// <exception cref="Errors.ReportJobStoreException">The entry could not be taken away.</exception>
    ValueTask RemoveAsync(CancellationToken cancellationToken = default);
}
