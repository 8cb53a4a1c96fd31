using BingAds.Emulator.Store;

namespace BingAds.Emulator.OAuth;

/// <summary>Makes codes and tokens and writes them down.</summary>
internal sealed class TokenIssuer(EmulatorOptions options, SecretSource secrets)
{
    public AuthorizationCode Code(StoreSession session, AuthorizeRequest request, long person)
    {
        var code = new AuthorizationCode(Next(session, "code_"), request.Client.ClientId, person, request.Provider, request.Scope)
        {
            RedirectUri = request.RedirectUri,
            Challenge = request.Challenge,
            ChallengeMethod = request.ChallengeMethod,
            Offline = request.Offline,
            Expires = session.Now + options.CodeLifetime,
        };
        session.Tokens.AddCode(code);
        return code;
    }

    public AccessToken Access(StoreSession session, long person, SignInProvider provider, string scope)
    {
        var token = new AccessToken(Next(session, "at_"), person, provider, scope) { Expires = session.Now + options.AccessTokenLifetime };
        session.Tokens.AddAccess(token);
        return token;
    }

    public RefreshToken Refresh(StoreSession session, string client, long person, SignInProvider provider, string scope)
        => Refresh(session, Next(session, "rt_"), client, person, provider, scope);

    /// <summary>Writes down a refresh token of a given text: those that the documentation names.</summary>
    public RefreshToken Refresh(StoreSession session, string text, string client, long person, SignInProvider provider, string scope)
    {
        var token = new RefreshToken(text, client, person, provider, scope) { Expires = session.Now + options.RefreshTokenLifetime };
        session.Tokens.AddRefresh(token);
        return token;
    }

    private string Next(StoreSession session, string prefix) => secrets.Text(prefix, session.Next("token"));
}
