using BingAds.Errors;

namespace BingAds.Tests.Authorization;

public class TokenStoreTests
{
    private readonly List<string> _journal = [];

    private string Current(SignInFixture fixture)
    {
        var headers = new RequestHeaders(HeaderTarget.Rest);
        fixture.SignIn.EnrichHeaders(headers);
        return headers.AccessToken!;
    }

    [Fact]
    public async Task token_refreshed_callback_and_store_see_a_token_before_it_is_used()
    {
        var store = new RecordingStore(_journal);
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1), options => options.TokenStore = store);
        fixture.Have("at-old", "rt-old", 0);
        fixture.SignIn.TokenRefreshed = async (tokens, ct) =>
        {
            await Task.Yield();
            _journal.Add($"callback {tokens.AccessToken}, in use {Current(fixture)}");
        };

        await fixture.SignIn.PrepareAsync(true);
        _journal.Add("in use " + Current(fixture));

        Assert.Equal(["store at-hush-1", "callback at-hush-1, in use at-old", "in use at-hush-1"], _journal);
    }

    [Fact]
    public async Task token_refreshed_callback_is_called_by_both_requests_too()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1), options => options.TokenRefreshed = (tokens, _) =>
        {
            _journal.Add(tokens.RefreshToken!);
            return default;
        });

        await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(fixture.Redirect());
        await fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt");

        Assert.Equal(["rt-hush-1", "rt-hush-1"], _journal);
    }

    [Fact]
    public async Task A_token_that_the_callback_did_not_take_is_kept_and_given_again_without_a_new_request()
    {
        var works = false;
        var store = new RecordingStore(_journal);
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1), options => options.TokenStore = store);
        fixture.Have("at-old", "rt-old", 0);
        fixture.SignIn.TokenRefreshed = (tokens, _) =>
        {
            _journal.Add("callback " + tokens.AccessToken);
            return works ? default : throw new InvalidOperationException("The database is away.");
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.SignIn.PrepareAsync(true).AsTask());
        Assert.Equal("at-old", Current(fixture));
        works = true;
        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal("at-hush-1", Current(fixture));
        Assert.Equal(["store at-hush-1", "callback at-hush-1", "callback at-hush-1"], _journal);
        Assert.Single(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task A_token_that_could_not_be_stored_is_kept_and_stored_by_the_next_call()
    {
        var store = new RecordingStore(_journal) { FailsToWrite = true };
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1), options => options.TokenStore = store);
        fixture.Have("at-old", "rt-old", 0);

        await Assert.ThrowsAsync<TokenStoreException>(() => fixture.SignIn.PrepareAsync(true).AsTask());
        Assert.Equal("at-old", Current(fixture));
        store.FailsToWrite = false;
        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal(("at-hush-1", "at-hush-1"), (Current(fixture), store.Tokens?.AccessToken));
        Assert.Single(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task A_sign_in_that_could_not_be_stored_is_not_lost()
    {
        var store = new RecordingStore(_journal) { FailsToWrite = true };
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1), options => options.TokenStore = store);
        store.Put(new OAuthTokens("at-old", 0, "rt-old", fixture.Time));

        await Assert.ThrowsAsync<TokenStoreException>(() => fixture.SignIn.RequestOAuthTokensByResponseUriAsync(fixture.Redirect()));
        store.FailsToWrite = false;
        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal(("at-hush-1", "at-hush-1"), (Current(fixture), store.Tokens?.AccessToken));
        Assert.Equal("authorization_code", fixture.Endpoint.OnlyRequest["grant_type"]);
    }

    [Fact]
    public async Task Two_sign_ins_with_one_store_need_one_request()
    {
        var store = new MemoryTokenStore();
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1), options => options.TokenStore = store);
        using var other = new OAuthDesktopMobileAuthCodeGrant("client-1", fixture.Options);
        fixture.Have("at-old", "rt-old", 0);
        other.OAuthTokens = fixture.SignIn.OAuthTokens;

        await Task.WhenAll(fixture.SignIn.PrepareAsync(true).AsTask(), other.PrepareAsync(true).AsTask());

        Assert.Equal(("at-hush-1", "at-hush-1"), (fixture.SignIn.OAuthTokens?.AccessToken, other.OAuthTokens?.AccessToken));
        Assert.Single(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task The_refresh_token_in_the_store_goes_before_an_older_one()
    {
        var store = new RecordingStore(_journal);
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(3), options => options.TokenStore = store);
        store.Put(new OAuthTokens("at-2", 0, "rt-2", fixture.Time));
        fixture.SignIn.OAuthTokens = OAuthTokens.FromRefreshToken("rt-from-the-settings");

        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal("rt-2", fixture.Endpoint.OnlyRequest["refresh_token"]);
        Assert.Equal("rt-hush-3", store.Tokens?.RefreshToken);
    }

    [Fact]
    public async Task The_refresh_token_of_the_settings_is_tried_when_the_one_in_the_store_is_refused()
    {
        var store = new RecordingStore(_journal);
        await using var fixture = new SignInFixture(
            static form => form["refresh_token"] == "rt-from-the-settings" ? TokenReply.Tokens(3) : TokenReply.Error("invalid_grant"), options => options.TokenStore = store);
        store.Put(new OAuthTokens("at-2", 0, "rt-revoked", fixture.Time));
        fixture.SignIn.OAuthTokens = OAuthTokens.FromRefreshToken("rt-from-the-settings");

        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal(["rt-revoked", "rt-from-the-settings"], fixture.Endpoint.Requests.Select(static request => request["refresh_token"]));
        Assert.Equal(("at-hush-3", "rt-hush-3"), (Current(fixture), store.Tokens?.RefreshToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task token_refreshed_callback_that_makes_a_call_with_the_same_sign_in_fails_instead_of_waiting_for_ever(bool isExplicit)
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.Have("at-old", "rt-old", 0);
        fixture.SignIn.TokenRefreshed = async (_, ct) => await fixture.SignIn.PrepareAsync(true, ct);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => isExplicit ? fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt") : fixture.SignIn.PrepareAsync(true).AsTask());

        fixture.SignIn.TokenRefreshed = null;
        await fixture.SignIn.PrepareAsync(true);
        Assert.Equal("at-hush-1", Current(fixture));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_that_starts_takes_the_token_from_the_store(bool refreshAutomatically)
    {
        var store = new RecordingStore(_journal);
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(3), options => options.TokenStore = store);
        store.Put(new OAuthTokens("at-2", 3600, "rt-2", fixture.Time));

        await fixture.SignIn.PrepareAsync(refreshAutomatically);

        Assert.Equal("at-2", Current(fixture));
        Assert.Empty(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task An_empty_store_without_a_sign_in_makes_no_request()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(3), static options => options.TokenStore = new MemoryTokenStore());

        await fixture.SignIn.PrepareAsync(true);

        Assert.False(await fixture.SignIn.TryRefreshAsync(null));
        Assert.Throws<CredentialsException>(() => Current(fixture));
        Assert.Empty(fixture.Endpoint.Requests);
    }

    [Fact]
    public async Task A_new_sign_in_replaces_what_is_in_the_store()
    {
        var store = new RecordingStore(_journal);
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(3), options => options.TokenStore = store);
        store.Put(new OAuthTokens("at-2", 3600, "rt-2", fixture.Time));

        await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(fixture.Redirect());

        Assert.Equal(("at-hush-3", "at-hush-3"), (store.Tokens?.AccessToken, Current(fixture)));
    }

    [Fact]
    public async Task Without_a_lock_the_token_that_another_process_got_is_taken_over_when_ours_is_used_up()
    {
        var store = new RecordingStore(_journal) { HasNoLock = true };
        SignInFixture? made = null;
        await using var fixture = made = new SignInFixture(
            _ =>
            {
                store.Put(new OAuthTokens("at-theirs", 3600, "rt-theirs", made!.Time));
                return TokenReply.Error("invalid_grant");
            },
            options => options.TokenStore = store);
        fixture.Have("at-old", "rt-old", 0);

        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal("at-theirs", Current(fixture));
    }

    [Fact]
    public async Task Without_a_lock_the_token_that_was_written_first_wins()
    {
        var store = new RecordingStore(_journal) { HasNoLock = true };
        SignInFixture? made = null;
        await using var fixture = made = new SignInFixture(
            _ =>
            {
                store.Put(new OAuthTokens("at-theirs", 3600, "rt-theirs", made!.Time));
                return TokenReply.Tokens(1);
            },
            options => options.TokenStore = store);
        fixture.Have("at-old", "rt-old", 0);

        await fixture.SignIn.PrepareAsync(true);

        Assert.Equal(("at-theirs", "at-theirs"), (Current(fixture), store.Tokens?.AccessToken));
    }

    [Fact]
    public async Task MemoryTokenStore_swaps_only_what_was_read()
    {
        var store = new MemoryTokenStore();
        Assert.True(await store.TryWriteAsync(new OAuthTokens("at-1"), null));
        var first = await store.ReadAsync();

        Assert.False(await store.TryWriteAsync(new OAuthTokens("at-2"), null));
        Assert.True(await store.TryWriteAsync(new OAuthTokens("at-3"), first!.Version));
        Assert.False(await store.TryWriteAsync(new OAuthTokens("at-4"), first.Version));
        Assert.Equal("at-3", (await store.ReadAsync())!.Tokens.AccessToken);
    }
}
