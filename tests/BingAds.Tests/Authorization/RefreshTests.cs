using BingAds.Errors;

namespace BingAds.Tests.Authorization;

public class RefreshTests
{
    [Fact]
    public async Task Tokens_are_refreshed_once_for_200_callers_at_the_same_time()
    {
        var open = new TaskCompletionSource<TokenReply>();
        await using var fixture = new SignInFixture(new LoopbackTokenEndpoint(_ => open.Task));
        fixture.Have("at-old", "rt-old", 0);

        var callers = Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            await fixture.SignIn.PrepareAsync(true);
            var headers = new RequestHeaders(HeaderTarget.Rest);
            fixture.SignIn.EnrichHeaders(headers);
            return headers.AccessToken;
        })).ToArray();
        open.SetResult(TokenReply.Tokens(1));

        Assert.All(await Task.WhenAll(callers), static token => Assert.Equal("at-hush-1", token));
        Assert.Equal("rt-old", fixture.Endpoint.OnlyRequest["refresh_token"]);
    }

    [Fact]
    public async Task Tokens_are_refreshed_five_minutes_before_their_end_and_not_earlier()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.Have("at-old", "rt-old");

        fixture.Time.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromSeconds(1));
        await fixture.SignIn.PrepareAsync(true);
        Assert.Empty(fixture.Endpoint.Requests);

        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        await fixture.SignIn.PrepareAsync(true);
        Assert.Equal("at-hush-1", fixture.SignIn.OAuthTokens?.AccessToken);
    }

    [Fact]
    public async Task Tokens_that_live_shorter_than_the_skew_are_used_for_half_their_life()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.Have("at-old", "rt-old", 60);

        fixture.Time.Advance(TimeSpan.FromSeconds(29));
        await fixture.SignIn.PrepareAsync(true);
        Assert.Empty(fixture.Endpoint.Requests);

        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        await fixture.SignIn.PrepareAsync(true);
        Assert.Single(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task An_early_refresh_that_fails_for_a_while_does_not_fail_the_call()
    {
        var reply = TokenReply.Error("temporarily_unavailable", 503);
        await using var fixture = new SignInFixture(_ => reply);
        fixture.Have("at-old", "rt-old");
        fixture.Time.Advance(TimeSpan.FromMinutes(56));

        await fixture.SignIn.PrepareAsync(true);
        await fixture.SignIn.PrepareAsync(true);
        Assert.Single(fixture.Endpoint.Requests);

        fixture.Time.Advance(TimeSpan.FromSeconds(30));
        reply = TokenReply.Tokens(1);
        await fixture.SignIn.PrepareAsync(true);
        Assert.Equal("at-hush-1", fixture.SignIn.OAuthTokens?.AccessToken);
    }

    [Fact]
    public async Task A_refresh_that_fails_after_the_end_fails_the_call()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Error("temporarily_unavailable", 503));
        fixture.Have("at-old", "rt-old");
        fixture.Time.Advance(TimeSpan.FromMinutes(56));
        await fixture.SignIn.PrepareAsync(true);

        fixture.Time.Advance(TimeSpan.FromMinutes(4));

        var error = await Assert.ThrowsAsync<OAuthTokenRequestException>(() => fixture.SignIn.PrepareAsync(true).AsTask());
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task A_refused_refresh_is_told_at_once_because_it_needs_a_person()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Error("invalid_grant"));
        fixture.Have("at-old", "rt-old");
        fixture.Time.Advance(TimeSpan.FromMinutes(56));

        Assert.Equal("invalid_grant", (await Assert.ThrowsAsync<OAuthTokenRequestException>(() => fixture.SignIn.PrepareAsync(true).AsTask())).ErrorCode);
    }

    [Fact]
    public async Task A_cancelled_caller_does_not_cancel_the_others()
    {
        var arrived = new TaskCompletionSource();
        var open = new TaskCompletionSource<TokenReply>();
        await using var fixture = new SignInFixture(new LoopbackTokenEndpoint(_ =>
        {
            arrived.SetResult();
            return open.Task;
        }));
        fixture.Have("at-old", "rt-old", 0);
        using var cancel = new CancellationTokenSource();
        var impatient = fixture.SignIn.PrepareAsync(true, cancel.Token).AsTask();
        var patient = fixture.SignIn.PrepareAsync(true).AsTask();
        await arrived.Task;

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.False(patient.IsCompleted);
        open.SetResult(TokenReply.Tokens(1));
        await patient;

        Assert.Equal("at-hush-1", fixture.SignIn.OAuthTokens?.AccessToken);
        Assert.Single(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task A_rejected_token_is_replaced_once_for_all_who_had_it()
    {
        var open = new TaskCompletionSource<TokenReply>();
        await using var fixture = new SignInFixture(new LoopbackTokenEndpoint(_ => open.Task));
        fixture.Have("at-old", "rt-old");

        var callers = Enumerable.Range(0, 50).Select(_ => Task.Run(() => fixture.SignIn.TryRefreshAsync("at-old").AsTask())).ToArray();
        open.SetResult(TokenReply.Tokens(1));

        Assert.All(await Task.WhenAll(callers), Assert.True);
        Assert.True(await fixture.SignIn.TryRefreshAsync("at-old"));
        Assert.Single(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task A_rejected_token_that_comes_back_is_not_worth_a_repeat()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.Have("at-hush-1", "rt-old");

        Assert.False(await fixture.SignIn.TryRefreshAsync("at-hush-1"));
    }

    [Fact]
    public async Task Tokens_are_sent_as_they_are_when_nothing_may_be_refreshed()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.Have("at-old", "rt-old", 0);

        await fixture.SignIn.PrepareAsync(false);
        var headers = new RequestHeaders(HeaderTarget.Soap);
        fixture.SignIn.EnrichHeaders(headers);

        Assert.Equal("at-old", headers.AccessToken);
        Assert.Empty(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task Tokens_without_refresh_token_are_sent_as_they_are()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.Have("at-old", null, 0);

        await fixture.SignIn.PrepareAsync(true);

        Assert.False(await fixture.SignIn.TryRefreshAsync("at-old"));
        Assert.Equal("at-old", fixture.SignIn.OAuthTokens?.AccessToken);
        Assert.Empty(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task A_refresh_token_alone_is_enough_to_start()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.SignIn.OAuthTokens = OAuthTokens.FromRefreshToken("rt-kept");

        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal("rt-kept", fixture.Endpoint.OnlyRequest["refresh_token"]);
        Assert.Equal("at-hush-1", fixture.SignIn.OAuthTokens.AccessToken);
    }

    [Fact]
    public async Task Google_keeps_the_refresh_token_when_the_answer_has_none()
    {
        await using var fixture = new SignInFixture(
            static _ => new TokenReply(200, """{"access_token":"at-1","expires_in":3599,"scope":"openid","token_type":"Bearer"}"""),
            static options =>
            {
                options.IdentityProvider = IdentityProvider.Google;
                options.ClientSecret = "google-key";
            });
        fixture.Have("at-old", "rt-google", 0);

        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal(("at-1", "rt-google"), (fixture.SignIn.OAuthTokens?.AccessToken, fixture.SignIn.OAuthTokens?.RefreshToken));
        var request = fixture.Endpoint.OnlyRequest;
        Assert.Equal(("/token", "google-key", null), (request.Path, request["client_secret"], request["scope"]));
    }

    [Fact]
    public async Task Nothing_is_allocated_while_the_token_is_fresh()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.SignIn.OAuthTokens = new OAuthTokens("at", 3600, "rt");
        Prepare(10_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Prepare(10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Prepare(int times)
        {
            for (var i = 0; i < times; i++)
                Assert.True(fixture.SignIn.PrepareAsync(true).IsCompletedSuccessfully);
        }
    }
}
