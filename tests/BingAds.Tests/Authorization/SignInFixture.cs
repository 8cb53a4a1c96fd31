using Microsoft.Extensions.Time.Testing;

namespace BingAds.Tests.Authorization;

/// <summary>A desktop sign-in against a loopback endpoint, with a clock that stands still.</summary>
internal sealed class SignInFixture : IAsyncDisposable
{
    internal SignInFixture(Func<TokenForm, TokenReply> answer, Action<OAuthOptions>? configure = null)
        : this(new LoopbackTokenEndpoint(answer), configure)
    {
    }

    internal SignInFixture(LoopbackTokenEndpoint endpoint, Action<OAuthOptions>? configure = null)
    {
        Endpoint = endpoint;
        Options = new OAuthOptions { SignInBaseAddress = endpoint.Address, TimeProvider = Time };
        configure?.Invoke(Options);
        SignIn = new OAuthDesktopMobileAuthCodeGrant("client-1", Options);
    }

    internal LoopbackTokenEndpoint Endpoint { get; }

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    internal OAuthOptions Options { get; }

    internal OAuthDesktopMobileAuthCodeGrant SignIn { get; }

    /// <summary>Tokens that are there from before; an hour to live unless told otherwise.</summary>
    internal void Have(string accessToken, string? refreshToken, long? seconds = 3600) => SignIn.OAuthTokens = new OAuthTokens(accessToken, seconds, refreshToken, Time);

    /// <summary>The redirect that a real sign-in page would make for the address of this sign-in.</summary>
    internal Uri Redirect(string code = "code-hush-1")
    {
        var query = Query(SignIn.GetAuthorizationEndpoint());
        return new Uri($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"])}");
    }

    internal static Dictionary<string, string> Query(Uri uri) => uri.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=', 2))
        .ToDictionary(static pair => Uri.UnescapeDataString(pair[0]), static pair => Uri.UnescapeDataString(pair[1]));

    public async ValueTask DisposeAsync()
    {
        SignIn.Dispose();
        await Endpoint.DisposeAsync();
    }
}
