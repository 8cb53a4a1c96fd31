using System.Net;
using BingAds.Errors;

namespace BingAds;

/// <summary>Sends token requests. Nothing is repeated here: a code or a refresh token may be used up by an answer that got lost.</summary>
internal sealed class OAuthTokenClient(OAuthOptions options, Uri endpoint) : IDisposable
{
    private const int LongestAnswer = 256 * 1024;

    private readonly Lazy<HttpClient>? _owned = options.HttpClient is null ? new(CreateClient) : null;

    internal async Task<OAuthTokens> RequestAsync(
        IReadOnlyCollection<KeyValuePair<string, string>> parameters, string? previousRefreshToken, CancellationToken cancellationToken)
    {
        var secrets = new SecretMask(parameters.Where(static pair => !IsPublic(pair.Key)).Select(static pair => pair.Value));
        using var deadline = new CancellationTokenSource(options.RequestTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(parameters) };
            request.Headers.Accept.ParseAdd("application/json");
            var http = options.HttpClient ?? _owned!.Value;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var body = await ReadAsync(response.Content, either.Token).ConfigureAwait(false);
            return OAuthAnswer.ReadTokens(response.StatusCode, RetryAfter(response), body, previousRefreshToken, secrets, options.TimeProvider);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // Ours, or the one of the caller's HttpClient.
            throw new TransportException(TransportFailure.AttemptTimeout, $"Sign-in at {endpoint.Host}", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw TransportException.From(e, $"Sign-in at {endpoint.Host}");
        }
    }

    public void Dispose()
    {
        if (_owned is { IsValueCreated: true })
            _owned.Value.Dispose();
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - options.TimeProvider.GetUtcNow() is var wait && wait > TimeSpan.Zero => wait,
        _ => null,
    };

    private static bool IsPublic(string parameter) => parameter is "client_id" or "grant_type" or "scope" or "redirect_uri";

    private static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        // The object may live for months, and addresses move.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // A redirect could carry the secrets to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[4096];
            var length = 0;
            while (true)
            {
                var count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += count;
                if (count == 0 || length == LongestAnswer)
                    return buffer.AsMemory(0, length);
                if (length == buffer.Length)
                    Array.Resize(ref buffer, Math.Min(length * 2, LongestAnswer));
            }
        }
    }
}
