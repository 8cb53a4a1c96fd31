using System.Xml;

namespace BingAds.Contract.Xml;

/// <summary>Copies an element with all that it needs to stand alone, the prefix in an <c>xsi:type</c> included.</summary>
internal static class XmlFragment
{
    /// <summary>The element on which the reader stands, as text; the reader is after it then.</summary>
    public static string Read(XmlDictionaryReader reader)
    {
        using var text = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(text, System.Text.Encoding.UTF8, ownsStream: false))
        {
            Copy(reader, writer);
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Copies the next element and moves the reader past it.</summary>
    public static void Copy(XmlDictionaryReader reader, XmlDictionaryWriter writer)
    {
        reader.MoveToContent();
        var depth = 0;
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                    CopyAttributes(reader, writer);
                    if (isEmpty)
                    {
                        writer.WriteEndElement();
                    }
                    else
                    {
                        depth++;
                    }

                    break;
                case XmlNodeType.EndElement:
                    writer.WriteFullEndElement();
                    depth--;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    writer.WriteString(reader.Value);
                    break;
                default:
                    break; // Comments and processing instructions mean nothing.
            }
        }
        while (reader.Read() && depth > 0);
    }

    private static void CopyAttributes(XmlDictionaryReader reader, XmlDictionaryWriter writer)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/")
            {
                continue; // The writer declares what is used.
            }

            if (reader.NamespaceURI == XmlNames.InstanceNamespace && reader.LocalName == "type")
            {
                var (name, ns) = XmlQName.Split(reader, reader.Value);
                writer.WriteStartAttribute("i", "type", XmlNames.InstanceNamespace);
                writer.WriteQualifiedName(name, ns);
                writer.WriteEndAttribute();
            }
            else
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        reader.MoveToElement();
    }
}
