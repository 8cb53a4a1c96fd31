using System.Text;
using BingAds.Errors;

namespace BingAds;

/// <summary>Signs calls with an OAuth access token: what all grants have in common.</summary>
public abstract class OAuthAuthorization : Authentication
{
    private readonly OAuthEndpoints _endpoints;
    private readonly Lock _signIn = new();
    private string? _state;
    private bool _stateIsOurs;
    private Uri _redirectionUri;
    private OAuthTokens? _tokens;

    /// <summary>Checks and copies the options.</summary>
    /// <param name="clientId">The id of the registered application.</param>
    /// <param name="options">Everything else; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option makes no sense; the text names all that don't.</exception>
    protected OAuthAuthorization(string clientId, OAuthOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ClientId = clientId;
        Options = (options ?? new OAuthOptions()).CopyChecked();
        _endpoints = OAuthEndpoints.For(Options);
        _redirectionUri = _endpoints.Redirect;
    }

    /// <summary>The id of the registered application.</summary>
    public string ClientId { get; }

    /// <summary>
    /// The tokens in use; null before the first. Set it to start with tokens from elsewhere, such as <see cref="BingAds.OAuthTokens.FromRefreshToken"/>;
    /// what the token store holds goes before it.
    /// </summary>
    public OAuthTokens? OAuthTokens
    {
        get => Volatile.Read(ref _tokens);
        set => Volatile.Write(ref _tokens, value);
    }

    /// <summary>Production or sandbox.</summary>
    public ApiEnvironment Environment => Options.Environment;

    /// <summary>The permission that is asked for.</summary>
    public OAuthScope OAuthScope => Options.Scope;

    /// <summary>The Microsoft directory that signs the user in.</summary>
    public string Tenant => Options.Tenant;

    /// <summary>Who vouches for the user.</summary>
    public IdentityProvider IdentityProvider => Options.IdentityProvider;

    /// <summary>
    /// A value that goes with the user to the sign-in page and must come back on the redirect. Made at random by <see cref="GetAuthorizationEndpoint()"/> when it is
    /// null, and dropped when it has done its work. A web application that finishes the sign-in in another request, and so with another object, carries it over.
    /// </summary>
    public string? State
    {
        get
        {
            lock (_signIn)
                return _state;
        }
        set
        {
            lock (_signIn)
            {
                _state = value;
                _stateIsOurs = false;
            }
        }
    }

    /// <summary>Where the browser is sent back to, letter by letter as registered.</summary>
    public Uri RedirectionUri
    {
        get => _redirectionUri;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _redirectionUri = value;
        }
    }

    /// <summary>What the authorization request asks for: <c>code</c> or <c>token</c>.</summary>
    protected abstract string ResponseType { get; }

    internal OAuthOptions Options { get; }

    internal Uri TokenEndpoint => _endpoints.Token;

    internal bool HasDefaultRedirectionUri => Options.RedirectionUri is null && ReferenceEquals(_redirectionUri, _endpoints.Redirect);

    internal string ScopeText => _endpoints.Scope;

    /// <summary>Makes the address to which the user is sent to sign in and consent.</summary>
    public Uri GetAuthorizationEndpoint() => GetAuthorizationEndpoint(null);

    /// <summary>Makes the address to which the user is sent to sign in and consent.</summary>
    /// <param name="extraParameters">
    /// Added to the address, such as <c>prompt</c>, <c>login_hint</c>, <c>domain_hint</c> or <c>response_mode</c>; one with the name of a usual parameter replaces it.
    /// </param>
    /// <exception cref="ArgumentException">The parameters hold <c>state</c>: it belongs in <see cref="State"/>, or it could not be verified.</exception>
    public virtual Uri GetAuthorizationEndpoint(IEnumerable<KeyValuePair<string, string>>? extraParameters)
    {
        var extra = extraParameters is null ? [] : new Dictionary<string, string>(extraParameters, StringComparer.Ordinal);
        if (extra.ContainsKey("state"))
            throw new ArgumentException("Set the State property instead of an extra parameter: it is compared with the redirect.", nameof(extraParameters));

        var parameters = new OrderedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = ClientId,
            ["response_type"] = ResponseType,
            // As it was written: Uri adds a slash to a bare host, and the sign-in service compares letter by letter.
            ["redirect_uri"] = RedirectionUri.OriginalString,
            ["scope"] = ScopeText,
            ["state"] = EnsureState(),
        };
        foreach (var (name, value) in _endpoints.AuthorizeParameters)
            parameters[name] = value;
        AddAuthorizationParameters(parameters, extra);
        foreach (var (name, value) in extra)
            parameters[name] = value;

        var text = new StringBuilder(_endpoints.Authorize.OriginalString);
        var separator = _endpoints.Authorize.Query.Length > 0 ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return new Uri(text.ToString());
    }

    /// <inheritdoc/>
    public override void EnrichHeaders(RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.SetTokens(OAuthTokens);
        if (IdentityProvider == IdentityProvider.Google && headers.Target != HeaderTarget.Upload)
            headers.Set("IdentityProvider", "Google");
    }

    /// <summary>Adds what one grant needs in the address.</summary>
    private protected virtual void AddAuthorizationParameters(IDictionary<string, string> parameters, IReadOnlyDictionary<string, string> extra)
    {
    }

    /// <summary>Reads a redirect and checks that it answers this object's request.</summary>
    private protected OAuthRedirect OpenRedirect(Uri redirect)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        var values = new OAuthRedirect(redirect);
        values.ThrowIfError();
        if (Options.VerifyState)
            values.VerifyState(State);
        return values;
    }

    /// <summary>Forgets what was made for the sign-in that is over, so that the next one gets values of its own.</summary>
    private protected virtual void EndSignIn()
    {
        lock (_signIn)
        {
            if (_stateIsOurs)
                _state = null;
        }
    }

    private string EnsureState()
    {
        lock (_signIn)
        {
            if (_state is null)
            {
                _state = Pkce.NewState();
                _stateIsOurs = true;
            }
            return _state;
        }
    }
}
