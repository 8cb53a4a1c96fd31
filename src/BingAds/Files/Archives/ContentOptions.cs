namespace BingAds.Files;

/// <summary>Bounds for unpacking. They keep a broken or hostile archive from running for hours; real files are far within them.</summary>
internal sealed class ContentOptions
{
    /// <summary>Most bytes of content. Default 64 GiB, twenty times the largest account.</summary>
    public long MaxBytes { get; init; } = 64L << 30;

    /// <summary>Most bytes of content for each packed byte. Default 300; a bulk file grows 26 times, deflate can do at most 1,032.</summary>
    public int MaxExpansion { get; init; } = 300;

    /// <summary>Content that may come before <see cref="MaxExpansion"/> is looked at: small files that are nearly empty pack well. Default 16 MiB.</summary>
    public long FreeBytes { get; init; } = 16 << 20;

    /// <summary>Most files in a zip; only the first is read. Default 1, as the service makes them.</summary>
    public int MaxEntries { get; init; } = 1;

    /// <summary>Whether closing the content leaves the stream below open. Default false.</summary>
    public bool LeaveOpen { get; init; }

    /// <summary>Bytes asked of the stream at a time. Default 16 KiB.</summary>
    public int BufferSize { get; init; } = 16 << 10;

    /// <summary>Name for errors when the archive does not tell one.</summary>
    public string? FileName { get; init; }
}
