using System.Text.Json;
using System.Text.Json.Serialization;
using BingAds.Contract;

namespace BingAds.Emulator.Descriptions;

/// <summary>One file of the contract, with what descriptions of a service need of it.</summary>
internal sealed class ServiceContract
{
    private readonly Dictionary<string, ContractType> _types;
    private readonly Dictionary<string, ContractArray> _arrays;
    private readonly Dictionary<string, ContractEnum> _enums;

    [JsonConstructor]
    public ServiceContract(
        string service, Dictionary<string, string> namespaces, ContractSoap soap, ContractRest rest, ContractOperation[] operations, ContractMessage[] messages,
        ContractType[] types, ContractArray[] arrays, ContractHierarchy[] hierarchies, ContractEnum[] enums)
    {
        Service = service;
        Namespaces = namespaces;
        Soap = soap;
        Rest = rest;
        Operations = operations;
        Messages = messages;
        Types = types;
        Arrays = arrays;
        Hierarchies = hierarchies;
        Enums = enums;
        _types = types.ToDictionary(static t => t.Name);
        _arrays = arrays.ToDictionary(static a => a.Name);
        _enums = enums.ToDictionary(static e => e.Name);
    }

    public string Service { get; }

    /// <summary>Short key to XML namespace; <c>svc</c> is the service's own.</summary>
    public Dictionary<string, string> Namespaces { get; }

    public ContractSoap Soap { get; }

    public ContractRest Rest { get; }

    public ContractOperation[] Operations { get; }

    public ContractMessage[] Messages { get; }

    public ContractType[] Types { get; }

    public ContractArray[] Arrays { get; }

    public ContractHierarchy[] Hierarchies { get; }

    public ContractEnum[] Enums { get; }

    public static ServiceContract Load(ServiceName service)
    {
        using var stream = typeof(ServiceContract).Assembly.GetManifestResourceStream($"contract.{service}.json")!;
        return JsonSerializer.Deserialize(stream, ContractJson.Default.ServiceContract)!;
    }

    public ContractType? FindType(string name) => _types.GetValueOrDefault(name);

    public ContractEnum? FindEnum(string name) => _enums.GetValueOrDefault(name);

    public ContractArray? FindArray(string name) => _arrays.GetValueOrDefault(name);

    /// <summary>All members of a type, those of its bases first.</summary>
    public IEnumerable<ContractField> AllFields(ContractType type) =>
        type.Base is { } name && FindType(name) is { } parent ? AllFields(parent).Concat(type.Fields) : type.Fields;

    /// <summary>The smallest family that a declared type is the root of; null if it is no root.</summary>
    public ContractHierarchy? FindHierarchy(string root) => Hierarchies.FirstOrDefault(h => h.Root == root);
}
