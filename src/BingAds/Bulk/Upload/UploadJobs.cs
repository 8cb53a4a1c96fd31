using System.Runtime.CompilerServices;
using BingAds.Errors;
using BingAds.Jobs;
using BingAds.V13.Bulk;

namespace BingAds.Bulk.Upload;

/// <summary>What all uploads of a manager share: the way to the service, and the places at it.</summary>
internal sealed class UploadJobs(BulkClient client)
{
    // After so many readings without one entity more, a result is given up.
    private const int MaxReadings = 4;

    public BulkClient Client { get; } = client;

    public ServiceClientOptions Options => Client.Pipeline.Options;

    public UploadSender Sender { get; } = new(client, client.Pipeline.Options.Retry.MaxRetries + 1);

    public UploadSlots Slots { get; } = new(BulkUploadLimits.MaxUploadsAtOnce);

    /// <summary>Whether the service said that it takes no entities without a file; it is not asked again.</summary>
    public bool IsFileNeeded { get; set; }

    /// <summary>One look.</summary>
    public async Task<BulkUploadStatus> GetStatusAsync(BulkUploadOperation operation, CancellationToken cancellationToken)
    {
        Check(operation);
        var options = new CallOptions { AccountId = operation.AccountId, CustomerId = operation.CustomerId };
        return BulkUploadStatus.Of(await Client.GetBulkUploadStatusAsync(new() { RequestId = operation.RequestId }, options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Looks until nothing more will happen.</summary>
    public async Task<BulkUploadStatus> TrackAsync(BulkUploadOperation operation, IProgress<BulkOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        // Large files take minutes, so there is no use in looking at once.
        var first = TimeSpan.FromSeconds(Math.Clamp((operation.RowCount ?? 0) / 2000.0, 1, 30));
        return await JobPoller.WaitAsync(
            token => GetStatusAsync(operation, token),
            status =>
            {
                progress?.Report(new BulkOperationProgressInfo(status.PercentComplete));
                return status.IsFinal;
            },
            new PollSchedule(Options.TimeProvider, first),
            Options,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The entities of a result, each once, whatever happens to the connection.</summary>
    public async IAsyncEnumerable<BulkEntity> ReadResultAsync(
        BulkUploadOperation operation, BulkUploadStatus status, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long given = 0;
        for (var reading = 1; status.ResultAddress is { } address; reading++)
        {
            var before = given;
            SdkException failure;
            await using (var walk = WalkAsync(operation, address, cancellationToken).GetAsyncEnumerator(cancellationToken))
            {
                long at = 0;
                while (true)
                {
                    try
                    {
                        if (!await walk.MoveNextAsync().ConfigureAwait(false))
                        {
                            yield break;
                        }
                    }
                    catch (Exception exception) when (exception is HttpRequestException or IOException or FileFormatException or ApiException)
                    {
                        failure = exception as SdkException ?? TransportException.From(exception, "GetBulkUploadResult", ServiceName.Bulk);
                        break;
                    }

                    // A result stays as it is, so that what was given can be counted off.
                    if (at++ == given)
                    {
                        given++;
                        yield return walk.Current;
                    }
                }
            }

            reading = given > before ? 1 : reading;
            if (reading >= MaxReadings)
            {
                throw new FileDownloadException("The result of the upload could not be read", failure);
            }

            await Pauses.WaitAsync(failure, reading, Options, cancellationToken).ConfigureAwait(false);
            status = await GetStatusAsync(operation, cancellationToken).ConfigureAwait(false);
        }

        if (!status.Is(BulkUploadStatus.Completed))
        {
            throw new FileDownloadException("The service names no result of the upload any more.");
        }
    }

    /// <summary>The bytes of a result as they are sent: a zip.</summary>
    public async Task<HttpResponseMessage> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        // A signed address of a storage: it takes no header of ours.
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        var invoker = Client.Pipeline.Sender.Invoker;
        var response = invoker is HttpClient http
            ? await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false)
            : await invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        response.Dispose();
        throw ApiException.Create(new ApiFailure { Operation = "GetBulkUploadResult", Service = ServiceName.Bulk, HttpStatus = (int)response.StatusCode });
    }

    /// <exception cref="ArgumentException">The operation is of another environment than this manager.</exception>
    public void Check(BulkUploadOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Environment != Options.Environment)
        {
            throw new ArgumentException($"The upload was made in {operation.Environment}; this manager works in {Options.Environment}.", nameof(operation));
        }
    }

    private async IAsyncEnumerable<BulkEntity> WalkAsync(BulkUploadOperation operation, Uri address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(address, cancellationToken).ConfigureAwait(false);
        var options = new BulkFileReaderOptions { Scope = BulkResultScope.Upload, Layout = operation.Layout, FileName = "upload result" };
        await using var reader = await BulkFileReader.OpenAsync(response.Content, options, cancellationToken).ConfigureAwait(false);
        await foreach (var entity in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return entity;
        }
    }
}
