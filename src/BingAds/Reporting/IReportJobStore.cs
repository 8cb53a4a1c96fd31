namespace BingAds.Reporting;

/// <summary>A place where the ids of submitted reports are kept by their requests, so that none is submitted twice: in memory, in files, or in a store of your own.</summary>
/// <remarks>
/// One store is for one user, since only who submitted a report may ask for it. Implementations are thread-safe. Nothing secret is kept. How long an entry may be used
/// is for the manager to say; a store may drop entries after some days.
/// </remarks>
public interface IReportJobStore
{
    /// <summary>Waits until nobody else, in this process or another, works on a key, and reads what is kept under it.</summary>
    /// <param name="key">Letters and digits, the same for the same request; at most 64.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock, to be disposed by whoever got it. A holder that dies must not block the key for ever.</returns>
    /// <exception cref="Errors.ReportJobStoreException">The store cannot be used, or the key stayed locked for too long.</exception>
    ValueTask<IReportJobLock> LockAsync(string key, CancellationToken cancellationToken = default);
}
