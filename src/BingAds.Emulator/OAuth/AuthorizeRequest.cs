using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.OAuth;

/// <summary>What an application asks for when it sends the user's browser to sign in, checked.</summary>
internal sealed class AuthorizeRequest
{
    private AuthorizeRequest(EmulatorClient client, string redirectUri, SignInProvider provider)
    {
        Client = client;
        RedirectUri = redirectUri;
        Provider = provider;
    }

    public EmulatorClient Client { get; }

    public string RedirectUri { get; }

    public SignInProvider Provider { get; }

    public string Scope { get; private set; } = "";

    public string? State { get; private set; }

    /// <summary>Whether an access token is wanted at once, without a code: the implicit grant.</summary>
    public bool Implicit { get; private set; }

    /// <summary><c>query</c>, <c>fragment</c> or <c>form_post</c>.</summary>
    public string ResponseMode { get; private set; } = "query";

    public string? Prompt { get; private set; }

    public string? Challenge { get; private set; }

    public string? ChallengeMethod { get; private set; }

    public string? LoginHint { get; private set; }

    /// <summary>Whether a refresh token is to come with the code: Microsoft's scope, or Google's access type.</summary>
    public bool Offline { get; private set; }

    /// <summary>What is wrong although application and redirect are fine: told to the application, on the redirect.</summary>
    public OAuthError? Error { get; private set; }

    /// <returns>Null when nothing may be sent to the redirect address; <paramref name="refusal"/> is then for the user's eyes.</returns>
    public static AuthorizeRequest? Read(IQueryCollection query, SignInProvider provider, ClientRegistry clients, out OAuthError? refusal)
    {
        var clientId = Value(query, "client_id");
        var client = clientId is null ? null : clients.Find(clientId);
        if (client is null)
        {
            refusal = clientId is null ? OAuthError.Missing("client_id") : OAuthError.UnknownClient(clientId);
            return null;
        }

        var redirect = Value(query, "redirect_uri") ?? (client.RedirectUris.Count == 1 ? client.RedirectUris[0] : null);
        if (redirect is null || !client.Allows(redirect))
        {
            refusal = redirect is null ? OAuthError.Missing("redirect_uri") : OAuthError.Redirect;
            return null;
        }

        refusal = null;
        var request = new AuthorizeRequest(client, redirect, provider);
        request.ReadRest(query);
        return request;
    }

    private void ReadRest(IQueryCollection query)
    {
        State = Value(query, "state");
        Prompt = Value(query, "prompt");
        LoginHint = Value(query, "login_hint");
        Scope = string.Join(' ', Scopes.Split(Value(query, "scope")));
        var type = Value(query, "response_type");
        Implicit = type == "token";
        ResponseMode = Value(query, "response_mode") ?? (Implicit ? "fragment" : "query");
        Challenge = Value(query, "code_challenge");
        ChallengeMethod = Challenge is null ? null : Value(query, "code_challenge_method") ?? Pkce.Plain;
        Offline = Provider.RotatesRefreshTokens
            ? Scopes.Has(Scope, Scopes.OfflineAccess)
            : Value(query, "access_type") == "offline" && Scopes.Has(Prompt ?? "", "consent");
        Error = Check(type);
        if (ResponseMode is not ("query" or "fragment" or "form_post"))
            ResponseMode = "query"; // There must be some way to tell of the error.
    }

    private OAuthError? Check(string? type) => type switch
    {
        null => OAuthError.Missing("response_type"),
        not ("code" or "token") => new("unsupported_response_type", 70005, "The response_type must be 'code' or 'token'."),
        "token" when Client.ClientSecret is not null => new("unsupported_response_type", 70007, "The implicit grant is for desktop and mobile applications only."),
        _ when Scope.Length == 0 => OAuthError.Missing("scope"),
        _ when ResponseMode is not ("query" or "fragment" or "form_post") => new("invalid_request", 90020, "The response_mode must be 'query', 'fragment' or 'form_post'."),
        "token" when ResponseMode == "query" => new("invalid_request", 70007, "A token may not be put into the query of an address."),
        _ when ChallengeMethod is not (null or Pkce.Plain or Pkce.S256) => new("invalid_request", 501491, "The code_challenge_method must be 'S256' or 'plain'."),
        _ when Challenge is not null && !Pkce.IsWellFormed(Challenge) => new("invalid_request", 501491, "The code_challenge must be 43 to 128 URL-safe characters."),
        _ => null,
    };

    private static string? Value(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        return text.Length == 0 ? null : text;
    }
}
