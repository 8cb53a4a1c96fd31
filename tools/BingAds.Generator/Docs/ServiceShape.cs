using System.Text.Json;

namespace BingAds.Generator.Docs;

/// <summary>One service: its part of the contract, as far as texts need it, and the facts about it.</summary>
internal sealed class ServiceShape
{
    private readonly Dictionary<string, OwnerShape> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumShape> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OperationShape> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OperationShape> _operationOfMessage = new(StringComparer.Ordinal);

    private ServiceShape(string name, FactBook facts)
    {
        Name = name;
        Facts = facts;
    }

    public string Name { get; }

    public FactBook Facts { get; }

    public IReadOnlyDictionary<string, OwnerShape> Owners => _owners;

    public IReadOnlyDictionary<string, EnumShape> Enums => _enums;

    public IReadOnlyDictionary<string, OperationShape> Operations => _operations;

    public static ServiceShape Load(string contractFile, string factsFile)
    {
        using var contract = JsonDocument.Parse(File.ReadAllBytes(contractFile));
        var root = contract.RootElement;
        var service = new ServiceShape(root.GetProperty("service").GetString()!, FactBook.Load(factsFile));
        foreach (var type in root.GetProperty("types").EnumerateArray())
            service.AddOwner(type, OwnerKind.Type);
        foreach (var message in root.GetProperty("messages").EnumerateArray())
            service.AddOwner(message, Text(message, "kind") == "request" ? OwnerKind.Request : OwnerKind.Response);
        foreach (var item in root.GetProperty("enums").EnumerateArray())
        {
            var values = item.GetProperty("values").EnumerateObject().Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
            service._enums.Add(Text(item, "name")!, new EnumShape(Text(item, "name")!, Flag(item, "flags"), values));
        }

        foreach (var item in root.GetProperty("operations").EnumerateArray())
        {
            var operation = new OperationShape(
                Text(item, "name")!, Text(item, "verb")!, Text(item, "path")!, Flag(item, "idempotent"), Text(item, "request")!, Text(item, "response")!);
            service._operations.Add(operation.Name, operation);
            service._operationOfMessage.Add(operation.Request, operation);
            service._operationOfMessage.Add(operation.Response, operation);
        }

        return service;
    }

    public OperationShape OperationOf(string message) => Get(_operationOfMessage, message, "message");

    public OwnerShape Owner(string name) => Get(_owners, name, "type or message");

    public EnumShape Enum(string name) => Get(_enums, name, "enum");

    public OperationShape Operation(string name) => Get(_operations, name, "operation");

    /// <summary>The type that a member is written in: the owner itself or one of its bases.</summary>
    public (OwnerShape Declaring, FieldShape Field) Member(string owner, string member)
    {
        for (var at = Owner(owner); ; at = Owner(at.Base))
        {
            if (at.Find(member) is { } field)
                return (at, field);
            if (at.Base is null)
                throw new ArgumentException($"{Name} has no member {owner}.{member}.", nameof(member));
        }
    }

    private T Get<T>(Dictionary<string, T> items, string name, string kind) =>
        items.TryGetValue(name, out var item) ? item : throw new ArgumentException($"{Name} has no {kind} {name}.", nameof(name));

    private void AddOwner(JsonElement item, OwnerKind kind)
    {
        var fields = item.GetProperty("fields").EnumerateArray().Select(f => new FieldShape(Text(f, "name")!, Text(f, "type")!)).ToList();
        _owners.Add(Text(item, "name")!, new OwnerShape(Text(item, "name")!, Text(item, "base"), kind, fields));
    }

    private static string? Text(JsonElement item, string key) => item.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement item, string key) => item.TryGetProperty(key, out var value) && value.GetBoolean();
}
