using System.Security.Cryptography;
using System.Text;
using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.OAuth;

/// <summary>Turns codes and refresh tokens into access tokens.</summary>
internal sealed class TokenEndpoint(EmulatorState state, TokenIssuer issuer)
{
    public async Task InvokeAsync(HttpContext context, SignInProvider provider)
    {
        try
        {
            if (!context.Request.HasFormContentType)
                throw new OAuthException(new("invalid_request", 900144, "The body must be application/x-www-form-urlencoded."));
            var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            var answer = await state.Store.RunAsync(session => Answer(session, form, provider), context.RequestAborted).ConfigureAwait(false);
            await TokenAnswer.WriteAsync(context, answer, provider).ConfigureAwait(false);
        }
        catch (OAuthException e)
        {
            await TokenAnswer.WriteAsync(context, e.Error, provider, state.NextTrackingId(), state.Clock.GetUtcNow()).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a fault that somebody planned.</summary>
    public Task RefuseAsync(HttpContext context, Fault fault)
    {
        var error = new OAuthError(fault.OAuthError ?? "server_error", fault.Code, "This failure was asked for.") { Status = fault.Status ?? 400 };
        return TokenAnswer.WriteAsync(context, error, SignInProvider.Microsoft, state.NextTrackingId(), state.Clock.GetUtcNow());
    }

    private TokenAnswer Answer(StoreSession session, IFormCollection form, SignInProvider provider)
    {
        var client = Authenticate(form);
        return Required(form, "grant_type") switch
        {
            "authorization_code" => RedeemCode(session, form, client, provider),
            "refresh_token" => Refresh(session, form, client, provider),
            var other => throw new OAuthException(new("unsupported_grant_type", 70003, $"The grant_type '{other}' is not offered.")),
        };
    }

    private EmulatorClient Authenticate(IFormCollection form)
    {
        var id = Required(form, "client_id");
        var client = state.Clients.Find(id) ?? throw new OAuthException(OAuthError.UnknownClient(id));
        var secret = form["client_secret"].ToString();
        if (client.ClientSecret is null)
        {
            return secret.Length == 0
                ? client
                : throw new OAuthException(new("invalid_request", 90023, "A public application must not send a client_secret."));
        }

        if (secret.Length == 0)
            throw new OAuthException(new("invalid_client", 7000218, "The request has no client_secret, which this application needs.") { Status = 401 });
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(client.ClientSecret)))
            throw new OAuthException(new("invalid_client", 7000215, "The client_secret is wrong.") { Status = 401 });
        return client;
    }

    private TokenAnswer RedeemCode(StoreSession session, IFormCollection form, EmulatorClient client, SignInProvider provider)
    {
        var code = session.Tokens.FindCode(Required(form, "code"));
        if (code is null || !code.Client.Equals(client.ClientId, StringComparison.OrdinalIgnoreCase) || code.Provider != provider)
            throw Grant(70000, "The code is not one that was given to this application.");
        if (code.Used)
            throw Grant(54005, "The code was redeemed already.");
        if (code.Expires <= session.Now)
            throw Grant(70008, "The code has expired.");
        if (Required(form, "redirect_uri") != code.RedirectUri)
            throw Grant(500112, "The redirect_uri is not the one that the code was asked for with.");
        CheckProof(form["code_verifier"].ToString(), code);
        var scope = Narrow(form, code.Scope);
        session.Tokens.UseCode(code.Code);
        var refresh = code.Offline ? issuer.Refresh(session, client.ClientId, code.Person, provider, code.Scope).Token : null;
        return Success(session, code.Person, provider, scope, refresh);
    }

    private TokenAnswer Refresh(StoreSession session, IFormCollection form, EmulatorClient client, SignInProvider provider)
    {
        var old = session.Tokens.FindRefresh(Required(form, "refresh_token"));
        if (old is null || !old.Client.Equals(client.ClientId, StringComparison.OrdinalIgnoreCase) || old.Provider != provider)
            throw Grant(70000, "The refresh token is not one that was given to this application.");
        if (old.Revoked || session.People.Find(old.Person) is null)
            throw Grant(50173, "The refresh token was taken back.");
        if (old.Expires <= session.Now)
            throw Grant(700082, "The refresh token has expired.");
        if (old.Used && state.Options.StrictRotation)
            throw Grant(54005, "The refresh token was used already.");
        var scope = Narrow(form, old.Scope);
        if (!provider.RotatesRefreshTokens)
            return Success(session, old.Person, provider, scope, refresh: null);
        session.Tokens.UseRefresh(old.Token);
        return Success(session, old.Person, provider, scope, issuer.Refresh(session, client.ClientId, old.Person, provider, old.Scope).Token);
    }

    private TokenAnswer Success(StoreSession session, long person, SignInProvider provider, string scope, string? refresh)
    {
        var access = issuer.Access(session, person, provider, scope);
        return new TokenAnswer(access.Token, Scopes.Granted(scope), (long)state.Options.AccessTokenLifetime.TotalSeconds, refresh);
    }

    private static void CheckProof(string verifier, AuthorizationCode code)
    {
        if (code.Challenge is null)
        {
            if (verifier.Length > 0)
                throw Grant(501481, "A code_verifier came for a code that was asked for without a code_challenge.");
            return;
        }

        if (verifier.Length == 0)
            throw Grant(50148, "The code needs its code_verifier.");
        if (!Pkce.IsWellFormed(verifier) || !Pkce.Matches(verifier, code.Challenge, code.ChallengeMethod!))
            throw Grant(501481, "The code_verifier does not fit the code_challenge.");
    }

    /// <summary>A token request may ask for less than was consented to, never for more.</summary>
    private static string Narrow(IFormCollection form, string consented)
    {
        var asked = string.Join(' ', Scopes.Split(form["scope"]));
        if (asked.Length == 0)
            return consented;
        return Scopes.IsSubset(asked, consented) ? asked : throw Grant(70000, "The scope is more than the user consented to.");
    }

    private static string Required(IFormCollection form, string name)
        => form[name].ToString() is { Length: > 0 } text ? text : throw new OAuthException(OAuthError.Missing(name));

    private static OAuthException Grant(int number, string description) => new(OAuthError.Grant(number, description));
}
