namespace BingAds;

/// <summary>One tenant in dependency injection: on whose behalf its clients call, and how.</summary>
public sealed class BingAdsOptions
{
    /// <summary>The developer token of the application. Required, unless the service is an emulator that wants none.</summary>
    public string? DeveloperToken { get; set; }

    /// <summary>The ad account that calls are about; null if each call says it by <see cref="CallOptions"/>.</summary>
    public long? AccountId { get; set; }

    /// <summary>The customer through which the user reaches the account; null if each call says it.</summary>
    public long? CustomerId { get; set; }

    /// <summary>Makes the sign-in; it is called once. Required.</summary>
    /// <example><code>o.Authentication = _ => new OAuthWebAuthCodeGrant(clientId, new() { ClientSecret = secret, TokenStore = store });</code></example>
    public Func<IServiceProvider, Authentication>? Authentication { get; set; }

    /// <summary>Settings of the clients. Without an <see cref="ServiceClientOptions.HttpClient"/> they take one from <see cref="IHttpClientFactory"/>.</summary>
    public ServiceClientOptions Client { get; } = new();

    /// <summary>Settings of the <see cref="Reporting.ReportingServiceManager"/>, such as where it keeps the ids of its reports.</summary>
    public Reporting.ReportingServiceManagerOptions Reporting { get; } = new();
}
