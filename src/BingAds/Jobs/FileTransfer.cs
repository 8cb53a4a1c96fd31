using System.Net;
using System.Net.Http.Headers;
using BingAds.Errors;
using BingAds.Services;

namespace BingAds.Jobs;

/// <summary>Gets files by signed links. The storage is not the service: it gets no header of the API, no token, and may be on any host.</summary>
internal sealed class FileTransfer(HttpSender sender, ServiceName service)
{
    /// <summary>Name of the request in errors.</summary>
    public const string Operation = "GetResultFile";

    private const int MaxRedirects = 5;

    /// <summary>Whose files they are.</summary>
    public ServiceName Service => service;

    /// <summary>Asks for a file from some byte on. The answer may begin earlier, at 0, where the storage gives no parts or the file is another than the tag's.</summary>
    /// <exception cref="ApiException">The storage refused; 401, 403, 404 and 410 mean that the link is of no use any more.</exception>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task<FileAnswer> OpenAsync(Uri link, long from, string? tag, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendAsync(link, from, tag, cancellationToken).ConfigureAwait(false);
            try
            {
                if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && response.Content.Headers.ContentRange?.Length == from)
                {
                    return new FileAnswer(response, Stream.Null, from, from, tag); // All of it is there already.
                }

                if (response.IsSuccessStatusCode)
                {
                    return await ReadAsync(response, from, cancellationToken).ConfigureAwait(false);
                }

                link = Redirect(response, link, redirects) ?? throw Refused(response);
                response.Dispose();
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }

    /// <summary>Whether a refusal says that another link is needed.</summary>
    public static bool IsLinkGone(ApiException refusal) => refusal.HttpStatus is 401 or 403 or 404 or 410;

    private async Task<HttpResponseMessage> SendAsync(Uri link, long from, string? tag, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, link);
        message.Headers.TryAddWithoutValidation("User-Agent", sender.UserAgent);

        // The file is packed already, and its bytes are counted.
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (from > 0)
        {
            message.Headers.Range = new RangeHeaderValue(from, null);
            if (tag is not null)
            {
                message.Headers.TryAddWithoutValidation("If-Range", tag);
            }
        }

        return sender.Invoker is HttpClient client
            ? await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false)
            : await sender.Invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<FileAnswer> ReadAsync(HttpResponseMessage response, long from, CancellationToken cancellationToken)
    {
        var headers = response.Content.Headers;
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var tag = response.Headers.ETag is { IsWeak: false } strong ? strong.Tag : null;
        return response.StatusCode == HttpStatusCode.PartialContent && headers.ContentRange is { From: { } start } range
            ? new FileAnswer(response, body, start, range.Length, tag)
            : new FileAnswer(response, body, response.StatusCode == HttpStatusCode.PartialContent ? from : 0, headers.ContentLength, tag);
    }

    // A link that leads from https to http would show its signature on the way.
    private static Uri? Redirect(HttpResponseMessage response, Uri link, int redirects) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && redirects < MaxRedirects && response.Headers.Location is { } location
        && new Uri(link, location) is var next && (next.Scheme == "https" || (next.Scheme == "http" && link.Scheme == "http"))
            ? next
            : null;

    private ApiException Refused(HttpResponseMessage response) => ApiException.Create(new ApiFailure
    {
        Operation = Operation,
        Service = service,
        HttpStatus = (int)response.StatusCode,
        RetryAfter = response.Headers.RetryAfter?.Delta,
    });
}
