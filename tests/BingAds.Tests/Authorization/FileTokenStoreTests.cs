using BingAds.Errors;
using Microsoft.Extensions.Time.Testing;

namespace BingAds.Tests.Authorization;

public sealed class FileTokenStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bingads-tokens-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    private string File => Path.Combine(_folder, "made", "tokens.json");

    private FileTokenStore Store(TimeProvider? time = null) => new(File, TimeSpan.FromSeconds(10), time ?? _time);

    private static UnixFileMode Mode(string path)
        => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : System.IO.File.GetUnixFileMode(path);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task FileTokenStore_reads_what_another_one_wrote()
    {
        Assert.Null(await Store().ReadAsync());

        Assert.True(await Store().TryWriteAsync(new OAuthTokens("at", 3600, "rt", _time), null));

        var stored = await Store().ReadAsync();
        Assert.Equal(("at", 3600L, "rt"), (stored!.Tokens.AccessToken, stored.Tokens.AccessTokenExpiresInSeconds, stored.Tokens.RefreshToken));
        Assert.Equal(_time.GetUtcNow(), stored.Tokens.AccessTokenReceivedDateTime);
    }

    [Fact]
    public async Task FileTokenStore_swaps_only_what_was_read()
    {
        await Store().TryWriteAsync(new OAuthTokens("at-1"), null);
        var first = await Store().ReadAsync();

        Assert.True(await Store().TryWriteAsync(new OAuthTokens("at-2"), first!.Version));
        Assert.False(await Store().TryWriteAsync(new OAuthTokens("at-3"), first.Version));
        Assert.False(await Store().TryWriteAsync(new OAuthTokens("at-3"), null));
        Assert.Equal("at-2", (await Store().ReadAsync())!.Tokens.AccessToken);
    }

    [Fact]
    public async Task FileTokenStore_makes_files_that_only_their_owner_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists instead of modes.");

        await using (await Store().LockAsync())
            await Store().TryWriteAsync(new OAuthTokens("at"), null);

        var files = Directory.GetFiles(Path.GetDirectoryName(File)!);
        Assert.Equal(3, files.Length);
        Assert.All(files, static file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file)));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public async Task FileTokenStore_takes_the_rights_of_others_away_from_an_older_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists instead of modes.");
        await Store().TryWriteAsync(new OAuthTokens("at-1"), null);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await Store().TryWriteAsync(new OAuthTokens("at-2"), (await Store().ReadAsync())!.Version);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(File));
    }

    [Fact]
    public async Task FileTokenStore_lets_one_refresh_at_a_time()
    {
        var first = await Store().LockAsync();
        var second = Store().LockAsync().AsTask();
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        while (!second.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task FileTokenStore_gives_up_when_it_stays_locked()
    {
        await using var held = await Store().LockAsync();

        var second = Store().LockAsync().AsTask();
        while (!second.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        var error = await Assert.ThrowsAsync<TokenStoreException>(() => second);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task FileTokenStore_stops_waiting_when_cancelled()
    {
        await using var held = await Store().LockAsync();
        using var cancel = new CancellationTokenSource();
        var second = Store().LockAsync(cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hush")]
    [InlineData("{\"access_token\":\"hush\"")]
    [InlineData("{\"version\":\"1\",\"access_token\":\"hush\"}")]
    [InlineData("[\"hush\"]")]
    public async Task FileTokenStore_refuses_another_file_does_not_show_it_and_leaves_it_alone(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text);

        var error = await Assert.ThrowsAsync<TokenStoreException>(() => Store().ReadAsync().AsTask());
        await Assert.ThrowsAsync<TokenStoreException>(() => Store().TryWriteAsync(new OAuthTokens("at"), null).AsTask());

        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
        Assert.False(error.IsTransient);
        Assert.Equal(text, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task FileTokenStore_clears_away_the_half_files_of_processes_that_died()
    {
        await Store().TryWriteAsync(new OAuthTokens("at-1"), null);
        System.IO.File.WriteAllText(File + ".123.half", "{\"vers");

        await Store().TryWriteAsync(new OAuthTokens("at-2"), (await Store().ReadAsync())!.Version);

        Assert.Equal(["tokens.json", "tokens.json.lock"], Directory.GetFiles(Path.GetDirectoryName(File)!).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task FileTokenStore_says_which_place_it_can_not_write()
    {
        Directory.CreateDirectory(File);

        var error = await Assert.ThrowsAsync<TokenStoreException>(() => Store().TryWriteAsync(new OAuthTokens("at"), null).AsTask());

        Assert.Contains(File, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileTokenStore_is_never_seen_half_written()
    {
        var writer = Store(TimeProvider.System);
        await writer.TryWriteAsync(new OAuthTokens("at-0", 1, new string('r', 4000)), null);
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var reads = 0;
            for (; !done.IsCancellationRequested || reads == 0; reads++)
                Assert.Equal(4000, (await Store(TimeProvider.System).ReadAsync())!.Tokens.RefreshToken!.Length);
            return reads;
        });

        for (var i = 1; i <= 100; i++)
            Assert.True(await writer.TryWriteAsync(new OAuthTokens("at-" + i, 1, new string('r', 4000)), (await writer.ReadAsync())!.Version));
        await done.CancelAsync();

        Assert.True(await reading > 0);
    }
}
