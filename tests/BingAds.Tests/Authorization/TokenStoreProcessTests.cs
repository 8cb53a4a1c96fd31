namespace BingAds.Tests.Authorization;

public sealed class TokenStoreProcessTests : IDisposable
{
    private static readonly bool s_isLong = Environment.GetEnvironmentVariable("BINGADS_LONG") == "1";

    private readonly string _folder = Directory.CreateTempSubdirectory("bingads-processes-").FullName;

    private string TokenFile => Path.Combine(_folder, "tokens.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task FileTokenStore_loses_no_rotated_token_among_four_processes()
    {
        var rotations = s_isLong ? 1000 : 20;
        var server = new RotatingTokens(accepted: 1);
        await using var endpoint = new LoopbackTokenEndpoint(server.Answer);
        await new FileTokenStore(TokenFile).TryWriteAsync(new OAuthTokens("at-hush-0", 3600, "rt-hush-0"), null);

        var processes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TokenStoreProcess.StartAsync(endpoint.Address, TokenFile, rotations)));
        foreach (var process in processes)
            process.Go();
        var requests = await Task.WhenAll(processes.Select(static process => process.EndAsync()));
        foreach (var process in processes)
            process.Dispose();

        Assert.Equal((rotations, 0), (server.Latest, server.Refused));
        Assert.Equal(rotations, requests.Sum());
        Assert.Equal("rt-hush-" + rotations, (await new FileTokenStore(TokenFile).ReadAsync())?.Tokens.RefreshToken);
        if (s_isLong)
            Assert.True(requests.Count(static count => count > 0) > 1, "All rotations were made by one process: " + string.Join(", ", requests));
    }

    [Fact]
    public async Task FileTokenStore_is_whole_and_free_after_a_process_was_killed_at_any_moment()
    {
        var random = new Random(20261124);
        // A token that was answered but not yet written dies with the process, so the one before has to work, as it does at Microsoft.
        var server = new RotatingTokens(accepted: 2);
        await using var endpoint = new LoopbackTokenEndpoint(server.Answer);
        var store = new FileTokenStore(TokenFile);
        await store.TryWriteAsync(new OAuthTokens("at-hush-0", 3600, "rt-hush-0"), null);

        for (var round = 0; round < (s_isLong ? 100 : 6); round++)
        {
            using var victim = await TokenStoreProcess.StartAsync(endpoint.Address, TokenFile, int.MaxValue);
            // Two at least: the second request proves that the first new token was written.
            var enough = server.MoreAsync(random.Next(2, 7));
            victim.Go();
            await enough;
            Thread.SpinWait(random.Next(0, 100_000));
            await victim.KillAsync();

            var stored = await store.ReadAsync();
            Assert.True(stored?.Tokens.RefreshToken is { } token && (token == $"rt-hush-{server.Latest}" || token == $"rt-hush-{server.Latest - 1}"));
            await (await store.LockAsync()).DisposeAsync();
        }

        var last = server.Latest + 3;
        using var survivor = await TokenStoreProcess.StartAsync(endpoint.Address, TokenFile, last);
        survivor.Go();
        await survivor.EndAsync();
        Assert.Equal((last, 0), (server.Latest, server.Refused));
        Assert.Empty(Directory.GetFiles(_folder, "*.half"));
    }
}
