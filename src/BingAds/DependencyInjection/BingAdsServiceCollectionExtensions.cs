using BingAds.DependencyInjection;
using BingAds.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BingAds;

/// <summary>Registers the clients in dependency injection.</summary>
public static class BingAdsServiceCollectionExtensions
{
    /// <summary>Name of the <see cref="HttpClient"/> that the clients take from <see cref="IHttpClientFactory"/>; add handlers to it by <c>AddHttpClient</c>.</summary>
    public const string HttpClientName = "BingAds";

    /// <summary>
    /// Registers the six typed clients, <see cref="AccountResolver"/> and a <see cref="Func{ServiceName, ServiceClient}"/> as singletons, for one tenant.
    /// The settings are checked when the application starts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the tenant up.</param>
    /// <example>
    /// <code>
    /// builder.Services.AddBingAds(o =>
    /// {
    ///     o.DeveloperToken = builder.Configuration["BingAds:DeveloperToken"];
    ///     o.Authentication = _ => new OAuthWebAuthCodeGrant(clientId, new() { ClientSecret = secret, TokenStore = store });
    /// });
    /// </code>
    /// </example>
    public static IServiceCollection AddBingAds(this IServiceCollection services, Action<BingAdsOptions> configure) => Add(services, null, configure);

    /// <summary>
    /// Registers the same for one of many tenants, as keyed services: <c>[FromKeyedServices("north")] CampaignManagementClient client</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="tenant">The tenant's key.</param>
    /// <param name="configure">Sets the tenant up.</param>
    public static IServiceCollection AddBingAds(this IServiceCollection services, string tenant, Action<BingAdsOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tenant);
        return Add(services, tenant, configure);
    }

    private static IServiceCollection Add(IServiceCollection services, string? tenant, Action<BingAdsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<BingAdsOptions>(tenant ?? Options.DefaultName).Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BingAdsOptions>>(new BingAdsOptionsCheck(tenant));
        services.AddHttpClient(HttpClientName, static c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => HttpSender.CreateHandler(new ServiceClientOptions()))
            // The handler renews its own connections, so that a client can be kept for good.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.TryAddKeyedSingleton(tenant, (provider, _) => new Tenant(
            provider.GetRequiredService<IOptionsMonitor<BingAdsOptions>>().Get(tenant ?? Options.DefaultName),
            provider, provider.GetRequiredService<IHttpClientFactory>(), provider.GetService<ILoggerFactory>()));
        AddClient(services, tenant, static t => new AdInsightClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new BulkClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new CampaignManagementClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new CustomerBillingClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new CustomerManagementClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new ReportingClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new AccountResolver(new CustomerManagementClient(t.Authorization, t.Pipeline)));
        AddClient<Func<ServiceName, ServiceClient>>(services, tenant, static t => service => new ServiceClient(service, t.Authorization, t.Pipeline));
        return services;
    }

    // A null key is the same as none.
    private static void AddClient<T>(IServiceCollection services, string? tenant, Func<Tenant, T> create)
        where T : class =>
        services.TryAddKeyedSingleton(tenant, (provider, _) => create(provider.GetRequiredKeyedService<Tenant>(tenant)));
}
