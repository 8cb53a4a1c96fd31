using BingAds.Errors;

namespace BingAds.Emulator.Tests.OAuth;

/// <summary>The SDK's sign-in against the emulator: the two were written apart and must agree.</summary>
public sealed class SdkSignInTests : IAsyncLifetime
{
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private EmulatorHost _emulator = null!;

    public async ValueTask InitializeAsync()
        => _emulator = await EmulatorHost.StartAsync(new EmulatorOptions { AutoConsent = true, StrictRotation = true }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _emulator.DisposeAsync();
    }

    private OAuthOptions Options(Action<OAuthOptions>? configure = null)
    {
        var options = new OAuthOptions { SignInBaseAddress = _emulator.BaseAddress, TimeProvider = _emulator.Clock };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Opens the address as a browser does, and tells where it ends.</summary>
    private async Task<Uri> FollowAsync(Uri address)
    {
        using var response = await _browser.GetAsync(address);
        Assert.NotNull(response.Headers.Location);
        return response.Headers.Location;
    }

    [Fact]
    public async Task A_desktop_application_signs_in_and_refreshes()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, Options());

        var first = await signIn.RequestOAuthTokensByResponseUriAsync(await FollowAsync(signIn.GetAuthorizationEndpoint()));
        Assert.True(await signIn.TryRefreshAsync(first.AccessToken));

        Assert.Contains("msads.manage", first.Scope, StringComparison.Ordinal);
        Assert.NotEqual(first.AccessToken, signIn.OAuthTokens?.AccessToken);
        Assert.NotEqual(first.RefreshToken, signIn.OAuthTokens?.RefreshToken);
    }

    [Theory]
    [InlineData("query")]
    [InlineData("fragment")]
    public async Task A_web_application_signs_in_with_its_secret(string responseMode)
    {
        using var signIn = new OAuthWebAuthCodeGrant(
            DemoCredentials.WebClientId, DemoCredentials.WebClientSecret, new Uri("http://localhost:8400/back"), Options());

        var address = signIn.GetAuthorizationEndpoint(new Dictionary<string, string> { ["response_mode"] = responseMode });
        var tokens = await signIn.RequestOAuthTokensByResponseUriAsync(await FollowAsync(address));

        Assert.NotNull(tokens.RefreshToken);
    }

    [Fact]
    public async Task A_Google_user_keeps_the_refresh_token()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.GoogleClientId, Options(static options =>
        {
            options.IdentityProvider = IdentityProvider.Google;
            options.ClientSecret = DemoCredentials.GoogleClientSecret;
        }));

        var first = await signIn.RequestOAuthTokensByResponseUriAsync(await FollowAsync(signIn.GetAuthorizationEndpoint()));
        Assert.True(await signIn.TryRefreshAsync(first.AccessToken));

        Assert.NotNull(first.RefreshToken);
        Assert.Equal(first.RefreshToken, signIn.OAuthTokens?.RefreshToken);
    }

    [Fact]
    public async Task An_implicit_grant_takes_its_token_from_the_fragment()
    {
        var signIn = new OAuthDesktopMobileImplicitGrant(DemoCredentials.ClientId, Options());

        var tokens = signIn.ExtractAccessTokenFromUri(await FollowAsync(signIn.GetAuthorizationEndpoint()));

        Assert.Equal(3600, tokens.AccessTokenExpiresInSeconds);
    }

    [Fact]
    public async Task A_stolen_code_is_worth_nothing_without_its_verifier()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, Options());
        var redirect = await FollowAsync(signIn.GetAuthorizationEndpoint());
        using var thief = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, Options()) { State = signIn.State };

        var error = await Assert.ThrowsAsync<OAuthTokenRequestException>(() => thief.RequestOAuthTokensByResponseUriAsync(redirect));

        Assert.Equal("invalid_grant", error.ErrorCode);
        Assert.NotEmpty(error.ErrorCodes);
        Assert.NotNull(error.TrackingId);
    }

    [Fact]
    public async Task Tokens_are_refreshed_before_the_emulator_refuses_them()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, Options())
        {
            OAuthTokens = OAuthTokens.FromRefreshToken(DemoCredentials.RefreshToken),
        };
        await signIn.PrepareAsync(true);
        var first = signIn.OAuthTokens.AccessToken;

        _emulator.Clock.Advance(TimeSpan.FromMinutes(54));
        await signIn.PrepareAsync(true);
        Assert.Equal(first, signIn.OAuthTokens.AccessToken);

        _emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await signIn.PrepareAsync(true);
        Assert.NotEqual(first, signIn.OAuthTokens.AccessToken);
    }
}
