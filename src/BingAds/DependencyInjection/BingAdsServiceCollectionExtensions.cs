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
    /// <summary>
    /// Name of the <see cref="HttpClient"/> that the clients take from <see cref="IHttpClientFactory"/>; add handlers to it by <c>AddHttpClient</c>.
    /// That of a keyed tenant has the key behind it: <see cref="GetHttpClientName"/>.
    /// </summary>
    public const string HttpClientName = "BingAds";

    /// <summary>Name of the <see cref="HttpClient"/> of a tenant. Each has its own, because proxy and connect timeout are a tenant's settings.</summary>
    /// <param name="tenant">The tenant's key; null for the one without a key.</param>
    public static string GetHttpClientName(string? tenant) => tenant is null ? HttpClientName : $"{HttpClientName}/{tenant}";

    /// <summary>
    /// Registers the six typed clients, <see cref="Bulk.BulkServiceManager"/>, <see cref="Reporting.ReportingServiceManager"/>, <see cref="AccountResolver"/> and a <see cref="Func{ServiceName, ServiceClient}"/> as singletons, for one tenant.
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
        var name = tenant ?? Options.DefaultName;
        services.AddOptions<BingAdsOptions>(name).Configure(configure).ValidateOnStart();
        if (!services.Any(d => d.ImplementationInstance is BingAdsOptionsCheck check && check.Tenant == tenant))
        {
            services.AddSingleton<IValidateOptions<BingAdsOptions>>(new BingAdsOptionsCheck(tenant));
        }

        services.AddHttpClient(GetHttpClientName(tenant), static c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(p => HttpSender.CreateHandler(p.GetRequiredService<IOptionsMonitor<BingAdsOptions>>().Get(name).Client))
            // Credentials travel in headers, and the factory can log those.
            .RedactLoggedHeaders(static _ => true)
            // The handler renews its own connections, so that a client can be kept for good.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.TryAddKeyedSingleton(tenant, (provider, _) => new Tenant(
            provider.GetRequiredService<IOptionsMonitor<BingAdsOptions>>().Get(name),
            provider, () => provider.GetRequiredService<IHttpClientFactory>().CreateClient(GetHttpClientName(tenant)), provider.GetService<ILoggerFactory>()));
        AddClient(services, tenant, static t => new AdInsightClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new BulkClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new Bulk.BulkServiceManager(new BulkClient(t.Authorization, t.Pipeline)));
        AddClient(services, tenant, static t => new CampaignManagementClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new CustomerBillingClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new CustomerManagementClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new ReportingClient(t.Authorization, t.Pipeline));
        AddClient(services, tenant, static t => new Reporting.ReportingServiceManager(new ReportingClient(t.Authorization, t.Pipeline), t.Reporting));
        AddClient(services, tenant, static t => new AccountResolver(new CustomerManagementClient(t.Authorization, t.Pipeline)));
        AddClient<Func<ServiceName, ServiceClient>>(services, tenant, static t => service => new ServiceClient(service, t.Authorization, t.Pipeline));
        return services;
    }

    // A null key is the same as none.
    private static void AddClient<T>(IServiceCollection services, string? tenant, Func<Tenant, T> create)
        where T : class =>
        services.TryAddKeyedSingleton(tenant, (provider, _) => create(provider.GetRequiredKeyedService<Tenant>(tenant)));
}
