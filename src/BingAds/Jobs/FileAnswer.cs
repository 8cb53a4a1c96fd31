namespace BingAds.Jobs;

/// <summary>An answer of the storage behind a signed link: the bytes of a file from <see cref="From"/> on.</summary>
internal sealed class FileAnswer(HttpResponseMessage response, Stream body, long from, long? length, string? tag) : IAsyncDisposable, IDisposable
{
    public Stream Body => body;

    /// <summary>Where in the file its first byte is.</summary>
    public long From => from;

    /// <summary>Length of the whole file; null if the storage does not tell.</summary>
    public long? Length => length;

    /// <summary>What tells this version of the file from another; null if the storage does not tell, or not surely.</summary>
    public string? Tag => tag;

    public void Dispose()
    {
        body.Dispose();
        response.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await body.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
    }
}
