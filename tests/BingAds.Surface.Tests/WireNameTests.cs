using System.Text.Json;
using System.Xml.Linq;
using BingAds.Contract;
using BingAds.Surface.Tests.Contract;

namespace BingAds.Surface.Tests;

/// <summary>What is written is what the contract says: names, order, namespaces, and the C# types that hold it.</summary>
public class WireNameTests
{
    private static readonly XNamespace s_instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static TheoryData<string> ServiceRows => Services.Rows;

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void JSON_has_the_contracts_names_in_its_order(string service) => Check(service, static (contract, type) =>
    {
        using var json = JsonDocument.Parse(Wire.ToJson(new ApiFiller(contract, 1).Make(type.Name)));
        var family = contract.HierarchyOf(type.Name);
        var expected = contract.AllFields(type).Select(static f => f.Field.JsonName).Where(n => family is null || n != "Type");
        if (family is not null)
            expected = expected.Prepend("Type");
        var actual = json.RootElement.EnumerateObject().Select(static p => p.Name).ToList();
        if (!expected.SequenceEqual(actual))
            return $"expected {string.Join(' ', expected)}\n  got {string.Join(' ', actual)}";
        if (family is null || family.IsAbstract(type.Name))
            return null;
        return json.RootElement.GetProperty("Type").GetString() == family.Values[type.Name] ? null : "another Type";
    });

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void XML_has_the_contracts_elements_in_its_order(string service) => Check(service, static (contract, type) =>
    {
        var root = XDocument.Parse(System.Text.Encoding.UTF8.GetString(Wire.ToXml(new ApiFiller(contract, 1).Make(type.Name)))).Root!;
        if (root.Name != XName.Get(type.Name, type.Namespace))
            return $"is the element {root.Name}";
        var isAbstract = contract.HierarchyOf(type.Name)?.IsAbstract(type.Name) == true;
        var expected = contract.AllFields(type).Where(f => !isAbstract || f.Field.XmlName != "Type").Select(static f => XName.Get(f.Field.XmlName, f.Namespace)).ToList();
        var actual = root.Elements().Select(static e => e.Name).ToList();
        return expected.SequenceEqual(actual) ? null : $"expected {string.Join(' ', expected)}\n  got {string.Join(' ', actual)}";
    });

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void XML_lists_have_the_contracts_items(string service) => Check(service, static (contract, type) =>
    {
        var root = XDocument.Parse(System.Text.Encoding.UTF8.GetString(Wire.ToXml(new ApiFiller(contract, 1).Make(type.Name)))).Root!;
        foreach (var (ns, field) in contract.AllFields(type).Where(static f => f.Field.List is not null))
        {
            var list = contract.Lists[field.List!];
            var items = root.Element(XName.Get(field.XmlName, ns))!.Elements().ToList();
            if (items.Count == 0 || items.Exists(i => i.Name != XName.Get(list.Item, list.Namespace)))
                return $"{field.XmlName} has the items {string.Join(' ', items.Select(static i => i.Name))}";
        }

        return null;
    });

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_field_has_a_property_of_its_type(string service) => Check(service, static (contract, type) =>
    {
        var clr = contract.ClrType(type.Name)!;
        if (type.Base is { } parent && clr.BaseType != contract.ClrType(parent))
            return $"derives from {clr.BaseType}";
        foreach (var (_, field) in contract.AllFields(type))
        {
            var property = ApiFiller.Property(clr, field.JsonName);
            // Ids at the top of a response: what failed leaves a null among them.
            var isResponse = clr.IsSubclassOf(typeof(ApiResponse));
            if (property.PropertyType != Expected(contract, isResponse && field.Type == "long[]" ? "long?[]" : field.Type))
                return $"{field.JsonName} ({field.Type}) is {property.PropertyType}";
            if (property.SetMethod is not { IsPublic: true } || property.GetMethod is not { IsPublic: true })
                return $"{field.JsonName} can't be read and set";
        }

        return null;
    });

    /// <summary>In both formats, each kind of a family comes back as its own type, whatever the declared type of the member.</summary>
    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_kind_of_a_family_is_told_by_its_discriminator(string service)
    {
        var contract = ContractFile.Of(service);
        var wrong = new List<string>();
        foreach (var family in contract.Hierarchies)
        {
            foreach (var (kind, value) in family.Values)
            {
                var read = typeof(BingAds.Contract.WireJson).GetMethod("Read")!.MakeGenericMethod(contract.ClrType(family.Root)!);
                var json = System.Text.Encoding.UTF8.GetBytes($$"""{"Type":"{{value}}"}""");
                var result = read.CreateDelegate<ReadJson>()(json, 10);
                if (result.GetType() != contract.ClrType(kind))
                    wrong.Add($"{family.Root} with Type {value} is a {result.GetType().Name}, not a {kind}");
                if (Carrier(contract, family.Root) is { } carrier && XmlType(contract, carrier, kind) is var type && type != (kind == family.Root ? null : kind))
                    wrong.Add($"{kind} has xsi:type {type ?? "none"} in {carrier.Type.Name}.{carrier.Field.XmlName}");
            }
        }

        Services.AssertNone(wrong);
    }

    private delegate BingAds.Contract.ApiObject ReadJson(ReadOnlySpan<byte> json, int maxDepth);

    /// <summary>A member that is declared as a family's root, or as a list of it.</summary>
    private static (ContractType Type, ContractField Field)? Carrier(ContractFile contract, string root)
    {
        foreach (var type in contract.TypesAndMessages)
        {
            if (type.Fields.FirstOrDefault(f => f.Type == root || f.Type == root + "[]") is { } field)
                return (type, field);
        }

        return null;
    }

    private static string? XmlType(ContractFile contract, (ContractType Type, ContractField Field) carrier, string kind)
    {
        var owner = (BingAds.Contract.ApiObject)Activator.CreateInstance(contract.ClrType(carrier.Type.Name)!)!;
        var value = Activator.CreateInstance(contract.ClrType(kind)!)!;
        owner[carrier.Field.JsonName] = carrier.Field.List is null ? value : new[] { value };
        var root = XDocument.Parse(System.Text.Encoding.UTF8.GetString(Wire.ToXml(owner))).Root!;
        var element = root.Element(XName.Get(carrier.Field.XmlName, carrier.Type.Namespace))!;
        element = carrier.Field.List is null ? element : element.Elements().Single();
        var back = Wire.FromXml((BingAds.Contract.ApiObject)Activator.CreateInstance(owner.GetType())!, Wire.ToXml(owner));
        if (ApiDifference.Find(owner, back) is { } difference)
            return difference;
        return ((string?)element.Attribute(s_instance + "type"))?.Split(':')[^1];
    }

    private static Type Expected(ContractFile contract, string type)
    {
        if (type == "map<string,string>")
            return typeof(Dictionary<string, string?>);
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return typeof(List<>).MakeGenericType(ExpectedItem(contract, type[..^2]));
        var plain = ExpectedItem(contract, type.TrimEnd('?'));
        return plain.IsValueType ? typeof(Nullable<>).MakeGenericType(plain) : plain;
    }

    private static Type ExpectedItem(ContractFile contract, string type) => type switch
    {
        "bool" => typeof(bool),
        "byte" => typeof(byte),
        "short" => typeof(short),
        "int" => typeof(int),
        "long" => typeof(long),
        "long?" => typeof(long?),
        "double" => typeof(double),
        "decimal" => typeof(decimal),
        "dateTime" => typeof(DateTime),
        "string" => typeof(string),
        "base64" => typeof(byte[]),
        _ when type.EndsWith("[]", StringComparison.Ordinal) => typeof(List<>).MakeGenericType(ExpectedItem(contract, type[..^2])),
        _ => contract.ClrType(type) ?? throw new InvalidOperationException($"No C# type for {type}."),
    };

    private static void Check(string service, Func<ContractFile, ContractType, string?> check)
    {
        var contract = ContractFile.Of(service);
        Services.AssertNone([.. contract.TypesAndMessages.Select(t => (t.Name, Wrong: check(contract, t)))
            .Where(static r => r.Wrong is not null).Select(static r => $"{r.Name}: {r.Wrong}")]);
    }
}
