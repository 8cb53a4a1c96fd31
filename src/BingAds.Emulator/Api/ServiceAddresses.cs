using System.Collections.Frozen;
using BingAds.Contract;

namespace BingAds.Emulator.Api;

/// <summary>Where the services live: the real service's paths, without its hosts. Letter case does not matter.</summary>
internal static class ServiceAddresses
{
    private static readonly FrozenDictionary<string, ServiceName> s_soap = ApiCatalog.Services.ToFrozenDictionary(
        static s => new Uri(ApiCatalog.For(s).SoapProduction).AbsolutePath, static s => s, StringComparer.OrdinalIgnoreCase);

    private static readonly (string Prefix, ServiceName Service)[] s_rest = [.. ApiCatalog.Services.Select(static s => (ApiCatalog.For(s).RestPrefix + "/", s))];

    public static string SoapPath(ServiceName service) => new Uri(ApiCatalog.For(service).SoapProduction).AbsolutePath;

    public static ServiceName? FindSoap(string path) => s_soap.TryGetValue(path, out var service) ? service : null;

    public static ServiceName? FindRest(string path)
    {
        foreach (var (prefix, service) in s_rest)
        {
            if (path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return service;
        }

        return null;
    }
}
