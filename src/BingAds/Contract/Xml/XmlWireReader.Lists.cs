using System.Xml;

namespace BingAds.Contract.Xml;

// The lists: whatever the elements in them are called. A nil among objects, texts, enums and nullable numbers keeps its place.
internal ref partial struct XmlWireReader
{
    public List<string>? ReadTextList()
    {
        var list = new ListBuilder<string>();
        var more = BeginList();
        while (more && NextItem())
        {
            list.Add(SkipNil() ? null! : ReadText()!);
        }

        return list.ToList();
    }

    public List<int>? ReadInt32List()
    {
        var list = new ListBuilder<int>();
        var more = BeginList();
        while (more && NextItem())
        {
            list.Add(ReadInt32() ?? throw Error("expected a 32-bit number"));
        }

        return list.ToList();
    }

    public List<long>? ReadInt64List()
    {
        var list = new ListBuilder<long>();
        var more = BeginList();
        while (more && NextItem())
        {
            list.Add(ReadInt64() ?? throw Error("expected a 64-bit number"));
        }

        return list.ToList();
    }

    public List<long?>? ReadNullableInt64List()
    {
        var list = new ListBuilder<long?>();
        var more = BeginList();
        while (more && NextItem())
        {
            list.Add(SkipNil() ? null : ReadInt64());
        }

        return list.ToList();
    }

    public List<T>? ReadEnumList<T>()
        where T : struct, IOpenEnum<T>
    {
        var list = new ListBuilder<T>();
        var more = BeginList();
        while (more && NextItem())
        {
            list.Add(SkipNil() ? default : T.From(ReadEnum(T.Table)));
        }

        return list.ToList();
    }

    public List<T>? ReadObjectList<T>(WireType declared)
        where T : ApiObject
    {
        var list = new ListBuilder<T>();
        var more = BeginList();
        while (more && NextItem())
        {
            list.Add(SkipNil() ? null! : (T)ReadObject(declared));
        }

        return list.ToList();
    }

    public List<List<T>>? ReadObjectListList<T>(WireType declared)
        where T : ApiObject
    {
        var list = new ListBuilder<List<T>>();
        var more = BeginList();
        while (more && NextItem())
        {
            list.Add(SkipNil() ? null! : ReadObjectList<T>(declared)!);
        }

        return list.ToList();
    }

    public Dictionary<string, string?>? ReadTextMap()
    {
        var map = new Dictionary<string, string?>(StringComparer.Ordinal);
        var more = BeginList();
        while (more && NextItem())
        {
            string? name = null;
            string? text = null;
            var fields = BeginList();
            while (fields && NextItem())
            {
                var isKey = string.Equals(_xml.LocalName, "Key", StringComparison.OrdinalIgnoreCase);
                var value = SkipNil() ? null : ReadText();
                if (isKey)
                {
                    name = value;
                }
                else
                {
                    text = value;
                }
            }

            if (name is null || !map.TryAdd(name, text))
            {
                throw Error(name is null ? "an entry has no key" : $"the entry '{name}' is there twice");
            }
        }

        return map;
    }

    /// <summary>Enters the element; false if it has no content.</summary>
    private readonly bool BeginList()
    {
        var isEmpty = _xml.IsEmptyElement;
        _xml.Read();
        return !isEmpty;
    }

    private readonly bool NextItem()
    {
        switch (_xml.MoveToContent())
        {
            case XmlNodeType.Element:
                return true;
            case XmlNodeType.EndElement:
                _xml.ReadEndElement();
                return false;
            case XmlNodeType.None:
                throw Error("the body ends too early");
            default:
                throw Error("found text where elements are expected");
        }
    }
}
