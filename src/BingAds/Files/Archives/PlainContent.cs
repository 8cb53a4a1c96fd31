namespace BingAds.Files;

/// <summary>A file that is not packed.</summary>
internal sealed class PlainContent : FileContent
{
    public PlainContent(InputWindow input, ContentOptions options)
        : base(input, options)
    {
    }

    public override FileCompression Compression => FileCompression.None;

    private protected override ValueTask<int> ReadContentAsync(Memory<byte> buffer, bool async, CancellationToken cancellationToken) =>
        Input.ReadAsync(buffer, async, cancellationToken);
}
