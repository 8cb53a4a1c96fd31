using System.Xml;
using System.Xml.Linq;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Compare;

/// <summary>Compares two XML elements canonically: prefixes are free, <c>i:type</c> is compared as a resolved name, a nil member equals an absent one; order, text and list positions count.</summary>
public static class XmlComparer
{
    private static readonly XName s_nil = WireNames.Instance + "nil";
    private static readonly XName s_type = WireNames.Instance + "type";

    public static IReadOnlyList<Difference> Compare(XElement expected, XElement actual, Shape? shape = null, CompareOptions? options = null)
    {
        var differences = new List<Difference>();
        if (expected.Name != actual.Name) differences.Add(new Difference("/", expected.Name.ToString(), actual.Name.ToString()));
        else Element("", expected, actual, shape, options ?? CompareOptions.Strict, differences, top: true);
        return differences;
    }

    /// <summary>Compares header elements: a set by name, where a nil one counts as absent.</summary>
    public static IReadOnlyList<Difference> CompareHeaders(XElement expected, XElement actual)
    {
        var differences = new List<Difference>();
        var left = expected.Elements().Where(static e => !IsNil(e)).ToLookup(static e => e.Name);
        var right = actual.Elements().Where(static e => !IsNil(e)).ToLookup(static e => e.Name);
        foreach (var name in left.Select(static g => g.Key).Union(right.Select(static g => g.Key)))
        {
            var (one, other) = (left[name].ToList(), right[name].ToList());
            if (one.Count != other.Count || !one.Zip(other).All(static p => p.First.Value == p.Second.Value))
            {
                differences.Add(new Difference("/Header/" + name.LocalName, Show(one), Show(other)));
            }
        }

        return differences;
    }

    private static void Element(string path, XElement expected, XElement actual, Shape? shape, CompareOptions options, List<Difference> found, bool top = false)
    {
        var (leftType, rightType) = (TypeOf(expected), TypeOf(actual));
        if (leftType != rightType) found.Add(new Difference(path + "/@i:type", leftType ?? "nothing", rightType ?? "nothing"));
        if (IsNil(expected) != IsNil(actual))
        {
            found.Add(new Difference(path, IsNil(expected) ? "nil" : Show(expected), IsNil(actual) ? "nil" : Show(actual)));
            return;
        }

        Attributes(path, expected, actual, found);
        if (shape is ObjectShape objectShape) shape = objectShape.ForXml(XsiTypeLocalName(expected));
        var left = Children(expected, shape, options, top);
        var right = Children(actual, shape, options, top);
        if (left.Count == 0 && right.Count == 0)
        {
            // An element whose children are all nil has no text of its own.
            var (leftText, rightText) = (TextOf(expected), TextOf(actual));
            if (leftText != rightText) found.Add(new Difference(path, Quote(leftText), Quote(rightText)));
            return;
        }

        ChildElements(path, left, right, shape, options, found);
    }

    private static void ChildElements(string path, List<XElement> left, List<XElement> right, Shape? shape, CompareOptions options, List<Difference> found)
    {
        var names = new Dictionary<XName, int>();
        var count = Math.Max(left.Count, right.Count);
        for (var i = 0; i < count; i++)
        {
            if (i >= left.Count || i >= right.Count || left[i].Name != right[i].Name)
            {
                // Everything after a lost or misplaced element would differ too: say it once, with the names on both sides.
                found.Add(new Difference(
                    $"{path} (child {i + 1} of {left.Count})",
                    i < left.Count ? left[i].Name.ToString() : "no more children",
                    i < right.Count ? right[i].Name.ToString() : "no more children"));
                return;
            }

            var name = left[i].Name;
            names[name] = names.GetValueOrDefault(name) + 1;
            var position = shape is ListShape || left.Count(e => e.Name == name) > 1 ? $"[{names[name]}]" : "";
            Element($"{path}/{name.LocalName}{position}", left[i], right[i], ShapeOf(left[i], shape), options, found);
        }
    }

    private static Shape? ShapeOf(XElement child, Shape? parent) => parent switch
    {
        ObjectShape type => type.XmlMember(child.Name.LocalName),
        ListShape list => list.Item,
        _ => null,
    };

    /// <summary>The children that say something. A nil member says nothing, a nil list item holds its place.</summary>
    private static List<XElement> Children(XElement element, Shape? shape, CompareOptions options, bool top)
    {
        var all = element.Elements().ToList();
        if (shape is ListShape or MapShape) return all;
        return all.Where(child => !SaysNothing(child)).ToList();

        bool SaysNothing(XElement child)
        {
            var isEmptyTopList = options.EmptyTopListIsNull && top && ShapeOf(child, shape) is ListShape && child.IsEmptyOrBlank();
            if (!IsNil(child) && !isEmptyTopList) return false;
            // Without a shape a repeated name is what tells a list.
            return shape is ObjectShape || all.Count(e => e.Name == child.Name) == 1;
        }
    }

    private static bool IsEmptyOrBlank(this XElement element) => !element.HasElements && string.IsNullOrWhiteSpace(element.Value);

    private static void Attributes(string path, XElement expected, XElement actual, List<Difference> found)
    {
        var left = Free(expected);
        var right = Free(actual);
        foreach (var name in left.Keys.Union(right.Keys))
        {
            var (one, other) = (left.GetValueOrDefault(name), right.GetValueOrDefault(name));
            if (one != other) found.Add(new Difference($"{path}/@{name.LocalName}", one ?? "nothing", other ?? "nothing"));
        }

        static Dictionary<XName, string> Free(XElement element) => element.Attributes()
            .Where(static a => !a.IsNamespaceDeclaration && a.Name != s_nil && a.Name != s_type)
            .ToDictionary(static a => a.Name, static a => a.Value);
    }

    internal static bool IsNil(XElement element) =>
        element.Attribute(s_nil) is { } nil && XmlConvert.ToBoolean(nil.Value.Trim());

    private static string? XsiTypeLocalName(XElement element) =>
        element.Attribute(s_type)?.Value.Trim() is { } text ? text[(text.IndexOf(':') + 1)..] : null;

    private static string? TypeOf(XElement element)
    {
        if (element.Attribute(s_type)?.Value.Trim() is not { } text) return null;
        var colon = text.IndexOf(':');
        var ns = colon < 0 ? element.GetDefaultNamespace() : element.GetNamespaceOfPrefix(text[..colon]);
        return ns is null ? $"unbound prefix in '{text}'" : (ns + text[(colon + 1)..]).ToString();
    }

    private static string TextOf(XElement element) => element.HasElements ? "" : element.Value;

    private static string Quote(string text) => $"\"{text}\"";

    private static string Show(XElement element) => element.HasElements ? $"<{element.Name.LocalName}> with children" : Quote(element.Value);

    private static string Show(List<XElement> elements) => elements.Count == 0 ? "nothing" : string.Join(", ", elements.Select(Show));
}
