using BingAds.Errors;
using BingAds.Jobs;
using BingAds.Services;
using BingAds.Transport;
using BingAds.V13.Bulk;

namespace BingAds.Bulk.Upload;

/// <summary>
/// Gets one file to the service, once. An address takes one file and lives 15 minutes. When it is not known whether a file arrived, the upload's status is
/// asked: as long as the service waits for a file none came, and another address is used; anything else means that it has it.
/// </summary>
internal sealed class UploadSender(BulkClient client, int maxAttempts)
{
    // Set when a proxy on the way turned out not to know the header; then it is left out.
    private volatile bool _isExpectRefused;

    private const int MaxAnswerBytes = 64 << 10;

    // How long a service may take to know of a file that it was given.
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(10);

    private ServiceClientOptions Options => client.Pipeline.Options;

    /// <exception cref="OperationCanceledException">Given up before all of it was sent.</exception>
    /// <exception cref="SdkException">It did not arrive, or (<see cref="FileUploadException.MayHaveArrived"/>) nobody can say whether it did.</exception>
    public async Task<BulkUploadOperation> SendAsync(UploadBody body, UploadOrder order, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var address = await GetAddressAsync(order, cancellationToken).ConfigureAwait(false);
            var failure = await TryPostAsync(body, order, address, cancellationToken).ConfigureAwait(false);
            if (failure is null || !await SurelyNotArrivedAsync(failure, body, order, address, cancellationToken).ConfigureAwait(false))
            {
                return order.Operation(address, body.RowCount, Options);
            }

            if (!failure.CanRepeat || attempt >= maxAttempts || (failure.BodyWasUsed && !body.IsRepeatable))
            {
                throw failure.ToException(body, null);
            }

            await Pauses.WaitAsync(failure.Error, attempt, Options, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<UploadAddress> GetAddressAsync(UploadOrder order, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var request = new GetBulkUploadUrlRequest { ResponseMode = order.ResponseMode, AccountId = order.AccountId };
                var response = await client.GetBulkUploadUrlAsync(request, order.CallOptions, cancellationToken).ConfigureAwait(false);
                return UploadAddress.Of(response, client);
            }
            catch (ThrottledException exception) when (attempt < maxAttempts)
            {
                // The client has waited as long as a call may; an upload may wait longer.
                await Pauses.WaitAsync(exception, attempt, Options, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>One POST, and one more with another token if the first one's was refused; null if the service has the file.</summary>
    private async Task<PostFailure?> TryPostAsync(UploadBody body, UploadOrder order, UploadAddress address, CancellationToken cancellationToken)
    {
        var authentication = client.AuthorizationData.Authentication;
        for (var isFirst = true; ; isFirst = false)
        {
            if (authentication is not null)
            {
                await authentication.PrepareAsync(Options.RefreshOAuthTokensAutomatically, cancellationToken).ConfigureAwait(false);
            }

            var headers = order.MakeHeaders(client.AuthorizationData, authentication);
            var failure = await PostAsync(body, headers, address, cancellationToken).ConfigureAwait(false);
            var canRefresh = isFirst && authentication is not null && Options.RefreshOAuthTokensAutomatically && (body.IsRepeatable || failure is { BodyWasUsed: false });
            if (failure is not { IsTokenRefused: true } || !canRefresh
                || !await authentication!.TryRefreshAsync(headers.AccessToken, cancellationToken).ConfigureAwait(false))
            {
                return failure;
            }
        }
    }

    private async Task<PostFailure?> PostAsync(UploadBody body, RequestHeaders headers, UploadAddress address, CancellationToken cancellationToken)
    {
        using var watch = new UploadWatch(Options.AttemptTimeout, Options.TimeProvider, cancellationToken);
        using var content = new UploadContent(body, watch);
        using var message = new HttpRequestMessage(HttpMethod.Post, address.Url) { Content = content };
        foreach (var (name, value) in headers.AsSpan())
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.TryAddWithoutValidation("User-Agent", client.Pipeline.Sender.UserAgent);

        // A refusal (token, address) comes before the file is sent, so that nothing of it is used up for nothing.
        message.Headers.ExpectContinue = !_isExpectRefused;
        try
        {
            using var response = await client.Pipeline.Sender.Invoker.SendAsync(message, watch.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return null;
            }

            watch.Start();
            _isExpectRefused |= (int)response.StatusCode == 417;
            return PostFailure.Refused(await ReadRefusalAsync(response, address, watch.Token).ConfigureAwait(false), content.IsStarted, watch.BytesTransferred);
        }
        catch (Exception exception) when (exception is not SdkException)
        {
            content.MakerFailure?.Throw();
            if (cancellationToken.IsCancellationRequested && !content.IsComplete)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var lost = watch.Token.IsCancellationRequested
                ? new TransportException(TransportFailure.AttemptTimeout, PostFailure.Name, exception) { Service = ServiceName.Bulk, TrackingId = address.TrackingId }
                : TransportException.From(exception, null, PostFailure.Name, ServiceName.Bulk, null, address.TrackingId);
            return PostFailure.Lost(lost, content.IsStarted, content.IsComplete, watch.BytesTransferred);
        }
    }

    /// <summary>False: the file is there. True: surely not.</summary>
    /// <exception cref="FileUploadException">Nobody can say.</exception>
    private async Task<bool> SurelyNotArrivedAsync(
        PostFailure failure, UploadBody body, UploadOrder order, UploadAddress address, CancellationToken cancellationToken)
    {
        if (failure.SurelyNotArrived)
        {
            return true;
        }

        try
        {
            var request = new GetBulkUploadStatusRequest { RequestId = address.RequestId };
            for (var look = 1; ; look++)
            {
                var status = await client.GetBulkUploadStatusAsync(request, order.CallOptions, cancellationToken).ConfigureAwait(false);
                if (!string.Equals(status.RequestStatus, "PendingFileUpload", StringComparison.OrdinalIgnoreCase))
                {
                    // An address that has run out without a file is as good as one that waits for it.
                    return string.Equals(status.RequestStatus, "Expired", StringComparison.OrdinalIgnoreCase) && !failure.WasAllSent;
                }

                if (look == 2 || !failure.WasAllSent)
                {
                    return true;
                }

                // All of it was sent, so the service may have it and not know yet.
                await Task.Delay(s_settle, Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is SdkException or OperationCanceledException)
        {
            // Also where the caller has no more patience: it was sent, so it must not be told as not sent.
            throw failure.ToException(body, order.Operation(address, body.RowCount, Options));
        }
    }

    private static async Task<ApiException> ReadRefusalAsync(HttpResponseMessage response, UploadAddress address, CancellationToken cancellationToken)
    {
        var headers = new ResponseHeaders(response.Headers, response.Content.Headers);
        UploadRefusal refusal = default;
        string? text = null;
        try
        {
            using var body = await BodyReader.ReadAsync(response.Content, MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
            refusal = UploadRefusal.Read(body.Memory);
            text = refusal.Error is null ? System.Text.Encoding.UTF8.GetString(body.Span) : null;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or BrokenResponseException or InvalidDataException)
        {
            // The status alone says enough.
        }

        return ApiException.Create(new ApiFailure
        {
            Operation = PostFailure.Name,
            Service = ServiceName.Bulk,
            HttpStatus = (int)response.StatusCode,
            TrackingId = refusal.TrackingId ?? address.TrackingId,
            Errors = refusal.Error is { } error ? [error] : [],
            Headers = headers,
            Body = text,
        });
    }
}
