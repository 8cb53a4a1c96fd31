namespace BingAds;

/// <summary>A sign-in that gives a refresh token: the user consents once, then new access tokens come by themselves.</summary>
/// <remarks>
/// Tokens are refreshed before they end, by one request however many calls wait for it. Usually one of <see cref="OAuthDesktopMobileAuthCodeGrant"/> and
/// <see cref="OAuthWebAuthCodeGrant"/> is what you want; derive from this class for an application that proves itself in another way.
/// </remarks>
public partial class OAuthWithAuthorizationCode : OAuthAuthorization, IDisposable
{
    private readonly OAuthTokenClient _client;
    private string? _codeVerifier;

    /// <summary>Makes a sign-in from its options.</summary>
    /// <param name="clientId">The id of the registered application.</param>
    /// <param name="options">Everything else; null for the defaults.</param>
    public OAuthWithAuthorizationCode(string clientId, OAuthOptions? options = null)
        : this(clientId, options, options?.ClientSecret, options?.RedirectionUri)
    {
    }

    /// <summary>Makes a sign-in with its own secret and address.</summary>
    /// <param name="clientId">The id of the registered application.</param>
    /// <param name="options">Everything else; null for the defaults.</param>
    /// <param name="clientSecret">The application's secret; null when it has none.</param>
    /// <param name="redirectionUri">Where the browser is sent back to; null for the default.</param>
    protected OAuthWithAuthorizationCode(string clientId, OAuthOptions? options, string? clientSecret, Uri? redirectionUri)
        : base(clientId, options)
    {
        ClientSecret = string.IsNullOrEmpty(clientSecret) ? null : clientSecret;
        if (redirectionUri is not null)
            RedirectionUri = redirectionUri;
        TokenRefreshed = Options.TokenRefreshed;
        _client = new OAuthTokenClient(Options, TokenEndpoint);
    }

    /// <summary>The application's secret; null for applications that can keep none.</summary>
    public string? ClientSecret { get; }

    /// <summary>
    /// Is given each new token that this object got from the token endpoint, after the store has it and before any call uses it. When it throws, the token is
    /// kept and given to it again at the next call, and not used until it succeeds. It can't make calls with this object.
    /// </summary>
    public Func<OAuthTokens, CancellationToken, ValueTask>? TokenRefreshed { get; set; }

    /// <summary>
    /// The secret half of PKCE. Made by <see cref="OAuthAuthorization.GetAuthorizationEndpoint()"/> when it is null, sent with the code, and dropped when it has
    /// done its work. A web application that finishes the sign-in with another object carries it over, as it does with <see cref="OAuthAuthorization.State"/>.
    /// </summary>
    public string? CodeVerifier
    {
        get => Volatile.Read(ref _codeVerifier);
        set => Volatile.Write(ref _codeVerifier, value);
    }

    /// <inheritdoc/>
    protected override string ResponseType => "code";

    /// <summary>Turns the address on which the browser ended into tokens, and uses them from now on.</summary>
    /// <param name="responseUri">The whole address, with everything after <c>?</c> or <c>#</c>.</param>
    /// <param name="extraParameters">Added to the token request; one with the name of a usual parameter replaces it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tokens, which are in the store and in <see cref="OAuthAuthorization.OAuthTokens"/> now.</returns>
    /// <exception cref="ArgumentException">There is no code in the address.</exception>
    /// <exception cref="Errors.OAuthTokenRequestException">The user or the sign-in service refused.</exception>
    /// <exception cref="Errors.OAuthStateMismatchException">The redirect is the answer to another request.</exception>
    /// <exception cref="Errors.TransportException">The sign-in service gave no answer.</exception>
    public virtual async Task<OAuthTokens> RequestOAuthTokensByResponseUriAsync(
        Uri responseUri, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        var redirect = OpenRedirect(responseUri);
        if (redirect["code"] is not { } code)
            throw new ArgumentException("The redirect holds neither a code nor an error.", nameof(responseUri));
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = ClientId,
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = RedirectionUri.OriginalString,
        };
        if (CodeVerifier is { } verifier)
            parameters["code_verifier"] = verifier;
        var tokens = await SignInAsync(parameters, extraParameters, null, cancellationToken).ConfigureAwait(false);
        EndSignIn();
        return tokens;
    }

    /// <summary>Gets new tokens for a refresh token, and uses them from now on.</summary>
    /// <param name="refreshToken">The refresh token of an earlier sign-in.</param>
    /// <param name="extraParameters">Added to the token request; one with the name of a usual parameter replaces it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tokens, which are in the store and in <see cref="OAuthAuthorization.OAuthTokens"/> now.</returns>
    /// <remarks>Calls refresh by themselves; this is for a refresh token that comes from elsewhere.</remarks>
    /// <exception cref="Errors.OAuthTokenRequestException">The sign-in service refused.</exception>
    /// <exception cref="Errors.TransportException">The sign-in service gave no answer.</exception>
    public virtual Task<OAuthTokens> RequestOAuthTokensByRefreshTokenAsync(
        string refreshToken, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(refreshToken);
        return SignInAsync(RefreshParameters(refreshToken), extraParameters, refreshToken, cancellationToken);
    }

    /// <summary>Closes the connections that this object made. An <see cref="HttpClient"/> that was given to it stays open.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections that this object made.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _client.Dispose();
    }

    /// <summary>Lets a derived class change each token request just before it is sent, to prove itself with a signed assertion instead of a secret, for example.</summary>
    /// <param name="parameters">The fields of the form; to be changed in place.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    protected virtual ValueTask PrepareTokenRequestAsync(IDictionary<string, string> parameters, CancellationToken cancellationToken) => default;

    private protected override void AddAuthorizationParameters(IDictionary<string, string> parameters, IReadOnlyDictionary<string, string> extra)
    {
        // A caller who brings a challenge has the verifier too, and gives it with the code.
        if (!Options.UsePkce || extra.ContainsKey("code_challenge"))
            return;
        Interlocked.CompareExchange(ref _codeVerifier, Pkce.NewVerifier(), null);
        if (CodeVerifier is { } verifier)
        {
            parameters["code_challenge"] = Pkce.Challenge(verifier);
            parameters["code_challenge_method"] = "S256";
        }
    }

    private protected override void EndSignIn()
    {
        base.EndSignIn();
        CodeVerifier = null;
    }

    private Dictionary<string, string> RefreshParameters(string refreshToken) => new(StringComparer.Ordinal)
    {
        ["client_id"] = ClientId,
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = refreshToken,
    };

    private async Task<OAuthTokens> RequestAsync(
        Dictionary<string, string> parameters, IEnumerable<KeyValuePair<string, string>>? extra, string? previousRefreshToken, CancellationToken cancellationToken)
    {
        // Google knows the scope from the consent.
        if (IdentityProvider != IdentityProvider.Google)
            parameters["scope"] = ScopeText;
        if (ClientSecret is not null)
            parameters["client_secret"] = ClientSecret;
        foreach (var (name, value) in extra ?? [])
            parameters[name] = value;
        await PrepareTokenRequestAsync(parameters, cancellationToken).ConfigureAwait(false);
        return await _client.RequestAsync(parameters, previousRefreshToken, cancellationToken).ConfigureAwait(false);
    }
}
