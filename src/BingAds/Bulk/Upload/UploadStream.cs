using BingAds.Files;

namespace BingAds.Bulk.Upload;

/// <summary>
/// The way out of an upload's bytes: counts them, and watches the network alone. The clock runs only while bytes are on their way, so that a slow maker of
/// rows is no stalled connection; and a failure of the network is noted here, so that what else fails is known to be the maker's.
/// </summary>
internal sealed class UploadStream(Stream target, UploadWatch watch) : WriteOnlyStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        watch.Start();
        try
        {
            await target.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            watch.IsNetworkBroken = true;
            throw;
        }

        watch.Stop(buffer.Length);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        watch.Start();
        try
        {
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            watch.IsNetworkBroken = true;
            throw;
        }

        watch.Stop(0);
    }
}
