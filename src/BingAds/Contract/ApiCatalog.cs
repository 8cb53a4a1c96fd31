using System.Collections.Frozen;

namespace BingAds.Contract;

/// <summary>The contract at run time: services, operations, types and enums by name.</summary>
public static class ApiCatalog
{
    private static readonly Lazy<FrozenDictionary<string, OperationInfo>> s_routes = new(MakeRoutes);

    /// <summary>The six services.</summary>
    public static IReadOnlyList<ServiceName> Services { get; } = Enum.GetValues<ServiceName>();

    /// <summary>All operations of a service, by name.</summary>
    public static IReadOnlyList<OperationInfo> Operations(ServiceName service)
    {
        var catalog = For(service);
        return Array.ConvertAll(catalog.OperationNames.Split(' '), n => catalog.FindOperation(n)!);
    }

    /// <summary>An operation by its name, null if the service has none of that name.</summary>
    public static OperationInfo? FindOperation(ServiceName service, string name) => For(service).FindOperation(name);

    /// <summary>The operation at a REST route, null if there is none. Paths are matched in any letter case.</summary>
    /// <param name="verb">The HTTP verb.</param>
    /// <param name="path">The whole path, for example <c>/CampaignManagement/v13/Campaigns/QueryByIds</c>.</param>
    public static OperationInfo? FindOperationByRoute(string verb, string path) =>
        s_routes.Value.GetValueOrDefault($"{verb} {path}");

    /// <summary>A new, empty object of a type or message; null if the service has none of that name.</summary>
    public static ApiObject? Create(ServiceName service, string typeName) => For(service).Create(typeName);

    /// <summary>Names of all types of a service, without its messages.</summary>
    public static IReadOnlyList<string> TypeNames(ServiceName service) => For(service).TypeNames.Split(' ');

    /// <summary>Names of all request and response messages of a service.</summary>
    public static IReadOnlyList<string> MessageNames(ServiceName service) => For(service).MessageNames.Split(' ');

    /// <summary>Names of all enums of a service.</summary>
    public static IReadOnlyList<string> EnumNames(ServiceName service) => For(service).EnumNames.Split(' ');

    /// <summary>The known values of an enum; null if the service has none of that name.</summary>
    public static IReadOnlyList<string>? EnumValues(ServiceName service, string enumName) => For(service).FindEnum(enumName)?.Names.ToArray();

    /// <summary>The XML namespace of a service's messages.</summary>
    public static string XmlNamespace(ServiceName service) => For(service).Namespace.Uri;

    internal static ServiceCatalog For(ServiceName service) => service switch
    {
        ServiceName.AdInsight => V13.AdInsight.Catalog.Instance,
        ServiceName.Bulk => V13.Bulk.Catalog.Instance,
        ServiceName.CampaignManagement => V13.CampaignManagement.Catalog.Instance,
        ServiceName.CustomerBilling => V13.CustomerBilling.Catalog.Instance,
        ServiceName.CustomerManagement => V13.CustomerManagement.Catalog.Instance,
        ServiceName.Reporting => V13.Reporting.Catalog.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "There is no such service."),
    };

    private static FrozenDictionary<string, OperationInfo> MakeRoutes() => Services
        .SelectMany(static s => Operations(s).Select(o => ($"{o.Verb} {For(s).RestPrefix}/{o.Path}", o)))
        .ToFrozenDictionary(static p => p.Item1, static p => p.o, StringComparer.OrdinalIgnoreCase);
}
