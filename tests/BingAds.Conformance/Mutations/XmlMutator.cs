using System.Xml.Linq;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Mutations;

/// <summary>Makes one deliberate change to the message element of a SOAP body.</summary>
public static class XmlMutator
{
    private static readonly XName s_nil = WireNames.Instance + "nil";
    private static readonly XName s_type = WireNames.Instance + "type";

    /// <summary>A changed copy of the element, or null when the mutation is unknown.</summary>
    /// <exception cref="InvalidOperationException">The path leads to nothing that the change could be made to.</exception>
    public static XElement? Apply(XElement message, string mutation, string path)
    {
        var root = Copy(message);
        var target = Find(root, MemberPath.Parse(path));
        switch (Mutation.BaseName(mutation))
        {
            case "unchangedRewritten":
                break;
            case "unknownElementTop" or "unknownElementNestedLast":
                target.Add(Unknown(NamespaceFor(target)));
                break;
            case "unknownElementNestedFirst":
                target.AddFirst(Unknown(NamespaceFor(target)));
                break;
            case "missingElementNested":
                target.Elements().FirstOrDefault()?.Remove();
                break;
            case "elementsInReverseOrder":
                target.ReplaceNodes(target.Elements().Reverse().ToList());
                break;
            case "nilForValueType":
                target.RemoveNodes();
                target.SetAttributeValue(s_nil, "true");
                break;
            case "unknownEnum":
                target.Value = Mutation.UnknownWord;
                break;
            case "unknownXsiType":
                // The wire writes a QName, so the prefix has to be bound on the element itself.
                target.SetAttributeValue(XNamespace.Xmlns + "fq", NamespaceFor(target).NamespaceName);
                target.SetAttributeValue(s_type, "fq:" + Mutation.UnknownType);
                break;
            default:
                return null;
        }

        return root;
    }

    /// <summary>A copy that carries the prefixes declared further out: an <c>i:type</c> may use them.</summary>
    private static XElement Copy(XElement message)
    {
        var copy = new XElement(message);
        foreach (var declaration in message.Ancestors().SelectMany(static a => a.Attributes()).Where(static a => a.IsNamespaceDeclaration))
        {
            if (declaration.Name.Namespace == XNamespace.Xmlns && copy.Attribute(declaration.Name) is null) copy.Add(new XAttribute(declaration));
        }

        return copy;
    }

    private static XElement Find(XElement element, MemberPath path)
    {
        foreach (var step in path.Steps)
        {
            element = step switch
            {
                string name => element.Elements().FirstOrDefault(e => SameName(e.Name.LocalName, name)),
                _ => element.Elements().ElementAtOrDefault((int)step),
            } ?? throw new InvalidOperationException($"Nothing at {path}.");
        }

        return element;
    }

    /// <summary>Pairs have lower-case member names in XML only.</summary>
    private static bool SameName(string element, string member) =>
        element == member || (member is "Key" or "Value" && string.Equals(element, member, StringComparison.OrdinalIgnoreCase));

    /// <summary>New members of a type come in the namespace of those it has.</summary>
    private static XNamespace NamespaceFor(XElement element) => (element.Elements().LastOrDefault() ?? element).Name.Namespace;

    private static XElement Unknown(XNamespace ns) => new(
        ns + Mutation.UnknownName,
        new XAttribute(XNamespace.Xmlns + "fx", "urn:future:members"),
        new XElement((XNamespace)"urn:future:members" + "Word", " a <&> \"ö\" "),
        new XElement((XNamespace)"urn:future:members" + "Empty"),
        new XElement((XNamespace)"urn:future:members" + "Nothing", new XAttribute(s_nil, "true")));
}
