namespace BingAds.Conformance.Contract;

/// <summary>The contracts of all services, from the files that this program carries in itself.</summary>
public sealed class ContractSchema
{
    private readonly Dictionary<string, ServiceSchema> _services = new(StringComparer.Ordinal);

    private ContractSchema(IEnumerable<ServiceSchema> services)
    {
        foreach (var service in services) _services[service.Name] = service;
    }

    /// <summary>Names of the services, in ordinal order.</summary>
    public IEnumerable<string> Services => _services.Keys.Order(StringComparer.Ordinal);

    public ServiceSchema this[string service] =>
        _services.TryGetValue(service, out var contract) ? contract : throw new ArgumentException($"The contract has no service '{service}'.", nameof(service));

    public static ContractSchema Load()
    {
        var assembly = typeof(ContractSchema).Assembly;
        return new ContractSchema(assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith("contract/", StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return ServiceSchema.Parse(stream);
            }));
    }
}
