using System.Runtime.CompilerServices;
using System.Xml;

namespace BingAds.Contract.Xml;

/// <summary>
/// Reads the SOAP form of objects: elements in any order and of any namespace, comments and white space between them ignored.
/// Each read leaves the reader after the element of what was read.
/// </summary>
internal ref partial struct XmlWireReader(XmlDictionaryReader xml, bool keepNulls = false) : IWireReader
{
    private readonly XmlDictionaryReader _xml = xml;
    private readonly bool _keepNulls = keepNulls;
    private XmlTextBuffer _buffer;

    /// <summary>Reads the element on which the reader stands into an object.</summary>
    public void ReadBody(ApiObject value) => value.Read(ref this);

    public void Dispose() => _buffer.Dispose();

    public WireCursor BeginObject(WireType type)
    {
        var cursor = new WireCursor(type) { IsEmpty = _xml.IsEmptyElement };
        _xml.Read();
        return cursor;
    }

    public bool NextField(ref WireCursor cursor)
    {
        while (!cursor.IsEmpty)
        {
            switch (_xml.MoveToContent())
            {
                case XmlNodeType.Element:
                    break;
                case XmlNodeType.EndElement:
                    _xml.ReadEndElement();
                    return false;
                case XmlNodeType.None:
                    throw Error("the body ends too early");
                default:
                    throw Error("found text where elements are expected");
            }

            Find(ref cursor);
            if (cursor.Index < 0 || !SkipNil())
            {
                return true;
            }

            if (_keepNulls)
            {
                cursor.Owner?.AddExplicitNull(cursor.Type.Members[cursor.Index].Name);
            }
        }

        return false;
    }

    public readonly void KeepUnknown(ref WireCursor cursor, ApiObject owner)
    {
        var name = _xml.LocalName;
        owner.Unknown.TryAdd(new UnknownMember(name, XmlFragment.Read(_xml), IsXml: true));
    }

    public ApiObject ReadObject(WireType declared)
    {
        var value = _xml.HasAttributes ? CreateSubtype(declared) : declared.Create();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        value.Read(ref this);
        return value;
    }

    /// <summary>A type that has no subtypes today may get some: their name is kept like that of any unknown subtype.</summary>
    private readonly ApiObject CreateSubtype(WireType declared)
    {
        var text = _xml.GetAttribute(XmlNames.Type, XmlNames.Instance);
        if (text is null)
        {
            return declared.Create();
        }

        // Its namespace tells nothing new about a type that is known, and is dear to ask for.
        var local = text.AsSpan().Trim();
        local = local[(local.IndexOf(':') + 1)..];
        if (declared.Hierarchy?.CreateType(local) is { } known && known.WireType.IsA(declared))
        {
            return known;
        }

        var value = declared.Create();
        if (local.SequenceEqual(declared.Name))
        {
            return value;
        }

        var (name, ns) = XmlQName.Split(_xml, text);
        value.Unknown.TypeName = name;
        value.Unknown.TypeNamespace = ns;
        return value;
    }

    private readonly void Find(ref WireCursor cursor)
    {
        // Elements come in the contract's order as a rule, with some left out: those that may follow are compared without making a string of the name.
        var members = cursor.Type.Members;
        for (var i = cursor.Expected; i < members.Length; i++)
        {
            if (_xml.IsLocalName(members[i].XmlName))
            {
                Take(ref cursor, i);
                return;
            }
        }

        var name = _xml.LocalName;
        for (var i = 0; i < Math.Min(cursor.Expected, members.Length); i++)
        {
            if (string.Equals(members[i].XmlName.Value, name, StringComparison.Ordinal))
            {
                Take(ref cursor, i);
                return;
            }
        }

        for (var i = 0; i < members.Length; i++)
        {
            if (!cursor.IsSeen(i) && string.Equals(members[i].XmlName.Value, name, StringComparison.OrdinalIgnoreCase))
            {
                Take(ref cursor, i);
                return;
            }
        }

        cursor.Index = -1;
    }

    private readonly void Take(ref WireCursor cursor, int index)
    {
        if (!cursor.TryTake(index))
        {
            throw Error($"the element '{_xml.LocalName}' is there twice");
        }
    }

    /// <summary>Whether the current element is nil; it is skipped then.</summary>
    private readonly bool SkipNil()
    {
        if (!_xml.HasAttributes || !IsNil())
        {
            return false;
        }

        _xml.Skip();
        return true;
    }

    private readonly bool IsNil() => _xml.GetAttribute(XmlNames.Nil, XmlNames.Instance)?.Trim() is "true" or "1";

    private readonly WireException Error(string message)
    {
        var line = _xml as IXmlLineInfo;
        return new WireException(message, line?.LineNumber, line?.LinePosition ?? 0);
    }
}
