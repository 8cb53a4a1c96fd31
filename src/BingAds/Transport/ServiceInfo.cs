using System.Collections.Frozen;
using BingAds.Contract;

namespace BingAds;

/// <summary>Where the services are, by environment and transport.</summary>
/// <example><code>var address = ServiceInfo.GetEndpoint(ServiceName.Reporting, ApiEnvironment.Sandbox, ApiTransport.Rest);</code></example>
public static class ServiceInfo
{
    /// <summary>The API version that this package speaks.</summary>
    public const int Version = 13;

    private static readonly FrozenDictionary<string, ServiceName> s_names = Names();

    /// <summary>The address of a service: REST routes lie below it, SOAP posts to it.</summary>
    public static Uri GetEndpoint(ServiceName service, ApiEnvironment environment = ApiEnvironment.Production, ApiTransport transport = ApiTransport.Rest)
    {
        var catalog = ApiCatalog.For(service);
        var isSandbox = environment == ApiEnvironment.Sandbox;
        return transport == ApiTransport.Soap
            ? new Uri(isSandbox ? catalog.SoapSandbox : catalog.SoapProduction)
            : new Uri((isSandbox ? catalog.RestSandbox : catalog.RestProduction) + catalog.RestPrefix + "/");
    }

    /// <summary>The address of a service on another host, an emulator for instance: its paths are those of the real one.</summary>
    /// <param name="service">The service.</param>
    /// <param name="baseAddress">Scheme, host and port; a path before the services' own is kept.</param>
    /// <param name="transport">Which of its two addresses.</param>
    public static Uri GetEndpoint(ServiceName service, Uri baseAddress, ApiTransport transport = ApiTransport.Rest)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        var path = GetEndpoint(service, ApiEnvironment.Production, transport).AbsolutePath;
        return new Uri(baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);
    }

    /// <summary>
    /// A service by the name that people use: <c>CampaignManagement</c>, <c>CampaignManagementService</c>, <c>campaign_management</c>, in any case.
    /// </summary>
    /// <exception cref="ArgumentException">No service has this name.</exception>
    public static ServiceName Parse(string service)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        var name = service.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (name.EndsWith("Service", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^"Service".Length];
        }

        return s_names.TryGetValue(name, out var found)
            ? found
            : throw new ArgumentException($"There is no service '{service}'. The services are {string.Join(", ", ApiCatalog.Services)}.", nameof(service));
    }

    private static FrozenDictionary<string, ServiceName> Names() =>
        Enum.GetValues<ServiceName>().ToFrozenDictionary(static s => s.ToString(), static s => s, StringComparer.OrdinalIgnoreCase);
}
