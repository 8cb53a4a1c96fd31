using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text;

namespace BingAds.Bulk.Upload;

/// <summary>
/// The form with one file that an upload address takes. The file is made while it goes out; if making it fails, the form is left without its end and the
/// connection is cut, so that the service never sees a whole form around half a file.
/// </summary>
internal sealed class UploadContent : HttpContent
{
    private readonly UploadBody _body;
    private readonly UploadWatch _watch;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    public UploadContent(UploadBody body, UploadWatch watch)
    {
        _body = body;
        _watch = watch;
        var boundary = "bulk-" + Guid.NewGuid().ToString("N");
        var name = Guid.NewGuid().ToString("D") + body.Extension;
        _head = Encoding.ASCII.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        _tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");

        // Written by hand: the framework puts the boundary in quotes, which some form readers take for a part of it.
        Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + boundary);
    }

    /// <summary>Whether a byte of the form was asked for.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether all of the form was handed to the connection. Before that nobody can have taken it for whole.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What went wrong in making the file; null if nothing did, or if it was the network.</summary>
    public ExceptionDispatchInfo? MakerFailure { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (IsStarted)
        {
            // A handler that sends again by itself: whether it may is for the rules about arrival to say.
            throw new InvalidOperationException("An upload's form is sent once.");
        }

        IsStarted = true;
        var target = new UploadStream(stream, _watch);
        await target.WriteAsync(_head, cancellationToken).ConfigureAwait(false);
        try
        {
            await _body.WriteAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_watch.IsNetworkBroken)
        {
            MakerFailure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }

        await target.WriteAsync(_tail, cancellationToken).ConfigureAwait(false);
        await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        IsComplete = true;

        // The answer is awaited from here on.
        _watch.Start();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = (_body.Length ?? 0) + _head.Length + _tail.Length;
        return _body.Length is not null;
    }
}
