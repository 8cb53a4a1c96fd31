namespace BingAds.Bulk;

/// <summary>A file under another name beside its own, until it is whole.</summary>
internal sealed class BulkFileTarget : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _isDone;

    public BulkFileTarget(string path)
    {
        _path = Path.GetFullPath(path);
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Path.GetRandomFileName()}");
        Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
    }

    public FileStream Stream { get; }

    public async ValueTask CompleteAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Move(_temporary, _path, overwrite: true);
        _isDone = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        if (!_isDone)
        {
            _isDone = true;
            File.Delete(_temporary);
        }
    }
}
