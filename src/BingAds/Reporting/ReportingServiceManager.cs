using BingAds.Reporting.Download;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>
/// Reports from end to end: the request is checked and submitted, or the report of the same request that was submitted before is taken; then the wait for it, and its file while it comes over. Safe
/// for any number of threads and reports; keep one for each user.
/// </summary>
/// <example>
/// <code>
/// using var manager = new ReportingServiceManager(authorization);
/// var request = ReportRequest.KeywordPerformance([8001], columns, ReportTime.Predefined(ReportTimePeriod.LastSevenDays, zone));
/// await using var reader = await manager.DownloadReportAsync(new() { ReportRequest = request });
/// await foreach (var row in reader.ReadAsync&lt;KeywordPerformanceRecord&gt;())
/// {
///     Console.WriteLine($"{row.Keyword} {row.Clicks}");
/// }
/// </code>
/// </example>
public sealed partial class ReportingServiceManager : IDisposable
{
    private readonly ReportingClient _client;
    private readonly bool _ownsClient;

    /// <summary>Makes a manager.</summary>
    /// <param name="authorization">On whose behalf; each report reads it when it is asked for.</param>
    /// <param name="options">Settings of its client; null for the defaults. They are copied.</param>
    /// <param name="settings">Settings of its own; null for the defaults. They are copied.</param>
    public ReportingServiceManager(AuthorizationData authorization, ServiceClientOptions? options = null, ReportingServiceManagerOptions? settings = null)
        : this(new ReportingClient(authorization, options), settings) => _ownsClient = true;

    /// <summary>Makes a manager over a client that stays the caller's.</summary>
    /// <param name="client">Makes the calls, and lends its connections to files.</param>
    /// <param name="settings">Settings of its own; null for the defaults. They are copied.</param>
    public ReportingServiceManager(ReportingClient client, ReportingServiceManagerOptions? settings = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Reports = new ReportJobs(client, (settings ?? new()).Copy());
    }

    private ReportJobs Reports { get; }

    /// <summary>Submits a report and does not wait for it. While a report of the same request lives, it is that one (<see cref="ReportingDownloadOperation.IsReused"/>).</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Gives up; what was sent goes on at the service, and its answer is waited for some seconds, so that the job is not lost.</param>
    /// <inheritdoc cref="SubmitDownloadAsync(ReportingDownloadParameters, CancellationToken)"/>
    public Task<ReportingDownloadOperation> SubmitDownloadAsync(ReportRequest request, CancellationToken cancellationToken = default) =>
        SubmitDownloadAsync(new ReportingDownloadParameters { ReportRequest = request }, cancellationToken);

    /// <summary>Submits a report and does not wait for it. While a report of the same request lives, it is that one (<see cref="ReportingDownloadOperation.IsReused"/>).</summary>
    /// <param name="parameters">What is asked for. They are copied.</param>
    /// <param name="cancellationToken">Gives up; what was sent goes on at the service, and its answer is waited for some seconds, so that the job is not lost.</param>
    /// <returns>The report; save its text to go on in another process.</returns>
    /// <exception cref="ArgumentException">The parameters make no sense.</exception>
    /// <exception cref="Errors.ReportRequestException">The service would refuse the request; all that is wrong is in it.</exception>
    /// <exception cref="Errors.ReportJobStoreException">The store of jobs cannot be used. If the service had taken the report already, it has its saved text.</exception>
    /// <exception cref="Errors.TimeoutException">It took longer than <see cref="ReportingDownloadParameters.Timeout"/>.</exception>
    /// <exception cref="Errors.SdkException">The service refused, or gave no answer.</exception>
    public async Task<ReportingDownloadOperation> SubmitDownloadAsync(ReportingDownloadParameters parameters, CancellationToken cancellationToken = default)
    {
        var asked = Reports.Ask(parameters);
        using var deadline = Reports.Deadline(asked.Parameters.Timeout);
        return await deadline.RunAsync(token => Reports.SubmitLivingAsync(asked, token), () => asked.Operation?.ToString(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks once at how a report stands.</summary>
    /// <exception cref="ArgumentException">The report was made in another environment.</exception>
    /// <exception cref="Errors.SdkException">The service refused, or gave no answer. Code 2100 or 2101: it does not know the report, or not any more.</exception>
    public Task<ReportingDownloadStatus> GetStatusAsync(ReportingDownloadOperation operation, CancellationToken cancellationToken = default) =>
        Reports.GetStatusAsync(operation, cancellationToken);

    /// <summary>Looks at a report until nothing more will happen to it.</summary>
    /// <param name="operation">The report.</param>
    /// <param name="progress">Told of each look.</param>
    /// <param name="timeout">How long to wait; null for as long as it takes.</param>
    /// <param name="cancellationToken">Ends the wait, and not the report.</param>
    /// <exception cref="Errors.TimeoutException">It took longer; the report goes on, and the exception has its saved text.</exception>
    /// <exception cref="Errors.SdkException">The service refused, or gave no answer for too long.</exception>
    public async Task<ReportingDownloadStatus> TrackAsync(
        ReportingDownloadOperation operation, IProgress<ReportingOperationProgressInfo>? progress = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        Reports.Check(operation);
        using var deadline = Reports.Deadline(timeout);
        return await deadline.RunAsync(token => Reports.TrackAsync(operation, progress, token), operation.ToString, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Has the store of jobs forget a report, so that the same request is submitted anew. Reports that failed, and files that turned out to be damaged, are forgotten without it.
    /// </summary>
    /// <exception cref="Errors.ReportJobStoreException">The store cannot be used.</exception>
    public async Task ForgetAsync(ReportingDownloadOperation operation)
    {
        Reports.Check(operation);
        await Reports.ForgetAsync(operation).ConfigureAwait(false);
    }

    /// <summary>Closes the connections, if they are the manager's own.</summary>
    public void Dispose()
    {
        Reports.Dispose();
        if (_ownsClient)
        {
            _client.Dispose();
        }
    }
}
