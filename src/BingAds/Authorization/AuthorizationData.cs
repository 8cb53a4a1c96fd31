namespace BingAds;

/// <summary>On whose behalf calls are made: the user, the application's developer token, the manager account and the ad account.</summary>
/// <remarks>A call reads the properties when it starts, so changing one affects later calls only.</remarks>
public sealed class AuthorizationData
{
    /// <summary>The ad account that calls are about: the number from the API, not the 8 letters that the web pages show. Null: not sent.</summary>
    public long? AccountId { get; set; }

    /// <summary>The manager account (customer) through which the user reaches the ad account. Null: not sent.</summary>
    public long? CustomerId { get; set; }

    /// <summary>The developer token of the application.</summary>
    public string? DeveloperToken { get; set; }

    /// <summary>How the user signs in.</summary>
    public Authentication? Authentication { get; set; }

    /// <summary>Puts all of it on a request.</summary>
    /// <param name="headers">The headers being built.</param>
    /// <exception cref="Errors.CredentialsException">There are no credentials yet, or a value can't be sent in this place.</exception>
    public void EnrichHeaders(RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.SetDeveloperToken(DeveloperToken);
        headers.SetCustomerId(CustomerId);
        headers.SetAccountId(AccountId);
        Authentication?.EnrichHeaders(headers);
    }
}
