namespace BingAds.Tests.Authorization;

public class TokenSourceTests
{
    private static string Sent(Authentication authentication, HeaderTarget target = HeaderTarget.Rest)
    {
        var headers = new RequestHeaders(target);
        authentication.EnrichHeaders(headers);
        return headers.AccessToken!;
    }

    [Fact]
    public async Task TokenSourceAuthentication_asks_the_source_before_each_call()
    {
        var source = new CountingSource();
        var authentication = new TokenSourceAuthentication(source);

        await authentication.PrepareAsync(true);
        await authentication.PrepareAsync(true);

        Assert.Equal("at-0", Sent(authentication));
        Assert.Equal((2, 0), (source.Asked, source.Forced));
    }

    [Fact]
    public async Task TokenSourceAuthentication_forces_one_new_token_for_all_refused_calls()
    {
        var source = new CountingSource { Gate = new TaskCompletionSource() };
        var authentication = new TokenSourceAuthentication(source);
        await authentication.PrepareAsync(true);

        var refused = Enumerable.Range(0, 20).Select(_ => authentication.TryRefreshAsync("at-0").AsTask()).ToArray();
        source.Gate.SetResult();

        Assert.All(await Task.WhenAll(refused), Assert.True);
        Assert.Equal(("at-1", 1), (Sent(authentication), source.Forced));
        Assert.True(await authentication.TryRefreshAsync("at-0"));
        Assert.Equal(1, source.Forced);
    }

    [Fact]
    public async Task TokenSourceAuthentication_says_when_the_source_has_no_other_token()
    {
        var authentication = new TokenSourceAuthentication(static (_, _) => new("always"));
        await authentication.PrepareAsync(true);

        Assert.False(await authentication.TryRefreshAsync("always"));
    }

    [Fact]
    public async Task TokenSourceAuthentication_keeps_its_first_token_when_nothing_may_be_refreshed()
    {
        var source = new CountingSource();
        var authentication = new TokenSourceAuthentication(source);

        await authentication.PrepareAsync(false);
        await authentication.PrepareAsync(false);

        Assert.Equal(("at-0", 1), (Sent(authentication), source.Asked));
    }

    [Fact]
    public async Task TokenSourceAuthentication_names_Google()
    {
        var authentication = new TokenSourceAuthentication(static (_, _) => new("at"), IdentityProvider.Google);
        await authentication.PrepareAsync(true);
        var headers = new RequestHeaders(HeaderTarget.Soap);

        authentication.EnrichHeaders(headers);

        Assert.Equal("Google", headers.Find("IdentityProvider"));
    }

    [Fact]
    public void AccessTokenRequest_shows_no_token()
        => Assert.DoesNotContain("hush", new AccessTokenRequest("hush").ToString(), StringComparison.Ordinal);

    private sealed class CountingSource : IAccessTokenSource
    {
        private int _asked;
        private int _forced;

        internal TaskCompletionSource? Gate { get; init; }

        internal int Asked => _asked;

        internal int Forced => _forced;

        public async ValueTask<string> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _asked);
            if (request.ForceRefresh)
            {
                Interlocked.Increment(ref _forced);
                if (Gate is not null)
                    await Gate.Task;
            }
            return "at-" + _forced;
        }
    }
}
