using System.Buffers;
using System.Text.Json;
using BingAds.Errors;

namespace BingAds;

/// <summary>Keeps the tokens of one sign-in in a file that only its owner can read, for any number of processes on one machine.</summary>
/// <remarks>
/// <para>
/// A refresh is done by one process at a time; the others then find the new tokens in the file. The file is replaced as a whole, so a process that dies at any
/// moment leaves the old tokens or the new ones, never a part. Two empty lock files lie beside it.
/// </para>
/// <para>The file holds the tokens in clear. It belongs on a local disk: the locks of network file systems are not always kept between machines.</para>
/// </remarks>
public sealed class FileTokenStore : ITokenStore
{
    private readonly string _path;
    private readonly FileLock _refreshLock;
    private readonly FileLock _writeLock;
    private readonly TimeProvider _time;

    /// <summary>Names the file; it and its folder are made when first needed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lockTimeout">How long to wait for other processes. Default 3 minutes: longer than the longest token request.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public FileTokenStore(string path, TimeSpan? lockTimeout = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var timeout = lockTimeout ?? TimeSpan.FromMinutes(3);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero, nameof(lockTimeout));
        _path = System.IO.Path.GetFullPath(path);
        _time = timeProvider ?? TimeProvider.System;
        _refreshLock = new FileLock(_path + ".refresh.lock", timeout, _time, Error);
        _writeLock = new FileLock(_path + ".lock", timeout, _time, Error);
    }

    /// <summary>The whole path of the file.</summary>
    public string Path => _path;

    /// <inheritdoc/>
    /// <exception cref="TokenStoreException">The file can't be read, or holds something else.</exception>
    public async ValueTask<StoredTokens?> ReadAsync(CancellationToken cancellationToken = default)
    {
        byte[] content;
        try
        {
            content = await PrivateFile.ReadAllBytesAsync(_path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TokenStoreException($"The token file {_path} can't be read.", false, e);
        }
        return Parse(content);
    }

    /// <inheritdoc/>
    /// <exception cref="TokenStoreException">The file can't be written, or other processes kept it locked for too long.</exception>
    public async ValueTask<bool> TryWriteAsync(OAuthTokens tokens, string? expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        await using var held = (await _writeLock.AcquireAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if ((await ReadAsync(cancellationToken).ConfigureAwait(false))?.Version != expectedVersion)
            return false;
        try
        {
            DeleteLeftovers();
            await PrivateFile.ReplaceAsync(_path, Format(tokens), _time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TokenStoreException($"The token file {_path} can't be written.", false, e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="TokenStoreException">Other processes kept it locked for too long, or the lock file can't be made.</exception>
    public async ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancellationToken = default)
        => await _refreshLock.AcquireAsync(cancellationToken).ConfigureAwait(false);

    // Half files of processes that died. Whoever writes holds the write lock, so nobody else's half file is alive.
    private void DeleteLeftovers()
    {
        var folder = System.IO.Path.GetDirectoryName(_path)!;
        foreach (var file in Directory.EnumerateFiles(folder, System.IO.Path.GetFileName(_path) + ".*" + PrivateFile.HalfFileEnding))
            File.Delete(file);
    }

    private StoredTokens Parse(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && OAuthAnswer.Text(root, "version") is { Length: > 0 } version)
                return new StoredTokens(OAuthTokens.ReadStored(root, _time), version);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            // Told below, without the inner error: it may show a piece of the file.
        }
        throw new TokenStoreException($"The file {_path} is not a token file. Delete it and sign in again, or name another file.", false);
    }

    private static TokenStoreException Error(string message, bool isTransient, Exception? cause) => new(message, isTransient, cause);

    private static ReadOnlyMemory<byte> Format(OAuthTokens tokens)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            // Not a counter: one would start anew, and repeat itself, when somebody deletes the file.
            json.WriteString("version"u8, Guid.NewGuid());
            tokens.WriteStored(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
