using System.Text.Json.Nodes;
using System.Xml.Linq;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Making;

/// <summary>
/// Makes messages that are filled by the contract alone, in both forms at once. It shares no code with what it tests: names, order, namespaces,
/// lists and discriminators are written here once more, the plain way.
/// </summary>
internal sealed class MessageMaker(ServiceSchema contract, Random random)
{
    private const int MaxDepth = 6;

    private readonly MadeValues _values = new(random);

    /// <summary>A message with every member set down to a depth where recursion ends.</summary>
    public (JsonObject Json, XElement Xml) Make(string message)
    {
        var xml = new XElement(contract.Namespace + message);
        return (Fill(xml, message, depth: 0), xml);
    }

    private JsonObject Fill(XElement xml, string typeName, int depth)
    {
        var json = new JsonObject();
        var family = contract.Families(typeName).FirstOrDefault();
        if (family is { IsMember: false }) json["Type"] = family.Values[typeName];
        foreach (var field in contract.Fields(typeName))
        {
            var element = new XElement(field.Namespace + field.Name);
            if (family is { IsMember: true } && field.Name == "Type")
            {
                element.Value = family.Values[typeName];
                json["Type"] = family.Values[typeName];
                xml.Add(element);
                continue;
            }

            // Ids of a request have rules of their own, so they are always there.
            var isId = depth == 0 && field.Type is "long" or "long?" && field.Name is "AccountId" or "CustomerId" or "CustomerAccountId";
            if (isId)
            {
                var id = random.Next(100_000_000, 900_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
                element.Value = id;
                json[field.JsonName] = id;
            }
            else if (IsLeftEmpty(field.Type, depth))
            {
                json[field.JsonName] = null;
                if (random.Next(2) == 0) continue;
                SetNil(element);
            }
            else
            {
                json[field.JsonName] = Value(element, field.Type, field.Array, field.Name, depth);
            }

            xml.Add(element);
        }

        return json;
    }

    /// <summary>Values that can't be null always are there; of the others a few are left out, and deep ones all.</summary>
    private bool IsLeftEmpty(string type, int depth)
    {
        var isSimple = contract.ShapeOf(type) is PrimitiveShape or EnumShape;
        if (isSimple && type[^1] != '?' && type is not ("string" or "base64")) return false;
        return (!isSimple && depth >= MaxDepth) || (depth > 0 && random.Next(8) == 0);
    }

    private JsonNode Value(XElement element, string type, string? list, string member, int depth)
    {
        if (list is not null && type.StartsWith("map<", StringComparison.Ordinal)) return Map(element, contract.List(list));
        if (list is not null) return Items(element, contract.List(list), member, depth);
        switch (contract.ShapeOf(type))
        {
            case EnumShape words:
                var chosen = words.Values.Keys.OrderBy(_ => random.Next()).Take(words.IsFlags ? random.Next(1, 3) : 1).ToList();
                element.Value = string.Join(' ', chosen);
                return JsonValue.Create(string.Join(", ", chosen));
            case ObjectShape shape:
                return Object(element, shape.Name, depth, null);
            default:
                var (json, xml) = _values.Of(type.TrimEnd('?'), member);
                element.Value = xml;
                return json;
        }
    }

    private JsonObject Object(XElement element, string declared, int depth, string? exact)
    {
        exact ??= Concrete(declared) is { Count: > 0 } types ? types[random.Next(types.Count)] : declared;
        if (exact != declared)
        {
            element.SetAttributeValue(XNamespace.Xmlns + "t", contract.TypeNamespace(exact).NamespaceName);
            element.SetAttributeValue(WireNames.Instance + "type", "t:" + exact);
        }

        return Fill(element, exact, depth + 1);
    }

    private JsonArray Items(XElement element, ListDetails list, string member, int depth)
    {
        var json = new JsonArray();
        // On the upper levels each subtype is met once.
        var types = contract.ShapeOf(list.Of) is ObjectShape shape ? Concrete(shape.Name) : [];
        var count = depth < 2 && types.Count > 1 ? types.Count : depth == 0 ? 2 : random.Next(3);
        for (var i = 0; i < count; i++)
        {
            var item = new XElement(list.Item);
            element.Add(item);
            if (i > 0 && list.Of[^1] == '?' && random.Next(2) == 0)
            {
                SetNil(item);
                json.Add(null);
            }
            else if (types.Count > 0)
            {
                json.Add(Object(item, ((ObjectShape)contract.ShapeOf(list.Of)!).Name, depth, types[i % types.Count]));
            }
            else
            {
                var inner = list.Of.EndsWith("[]", StringComparison.Ordinal) ? list.Item.LocalName : null;
                json.Add(Value(item, list.Of, inner, member, depth + 1));
            }
        }

        return json;
    }

    private JsonObject Map(XElement element, ListDetails list)
    {
        var json = new JsonObject();
        for (var i = 0; i < 2; i++)
        {
            var key = $"k{i} <&>";
            var (value, text) = _values.Of("string", "value");
            json[key] = value;
            element.Add(new XElement(list.Item, new XElement(list.Item.Namespace + "Key", key), new XElement(list.Item.Namespace + "Value", text)));
        }

        return json;
    }

    /// <summary>The types that may stand where this one is declared.</summary>
    private List<string> Concrete(string declared)
    {
        var families = contract.Families(declared).ToList();
        return families.SelectMany(static f => f.Values.Keys).Distinct()
            .Where(name => contract.IsDerivedFrom(name, declared))
            .Where(name => !families.Exists(f => f.IsRootAbstract && f.Root == name))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    private static void SetNil(XElement element) => element.SetAttributeValue(WireNames.Instance + "nil", "true");
}
