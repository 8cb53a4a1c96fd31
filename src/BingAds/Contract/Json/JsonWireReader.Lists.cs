using System.Text.Json;

namespace BingAds.Contract.Json;

// The lists. A null among objects, texts, enums and nullable numbers keeps its place.
internal ref partial struct JsonWireReader
{
    public List<string>? ReadTextList()
    {
        if (!BeginList())
        {
            return null;
        }

        var list = new ListBuilder<string>();
        while (NextItem())
        {
            list.Add(_json.TokenType == JsonTokenType.Null ? null! : ReadText()!);
        }

        return list.ToList();
    }

    public List<int>? ReadInt32List()
    {
        if (!BeginList())
        {
            return null;
        }

        var list = new ListBuilder<int>();
        while (NextItem())
        {
            list.Add(ReadInt32() ?? throw Unexpected("a 32-bit number"));
        }

        return list.ToList();
    }

    public List<long>? ReadInt64List()
    {
        if (!BeginList())
        {
            return null;
        }

        var list = new ListBuilder<long>();
        while (NextItem())
        {
            list.Add(ReadInt64() ?? throw Unexpected("a 64-bit number"));
        }

        return list.ToList();
    }

    public List<long?>? ReadNullableInt64List()
    {
        if (!BeginList())
        {
            return null;
        }

        var list = new ListBuilder<long?>();
        while (NextItem())
        {
            list.Add(_json.TokenType == JsonTokenType.Null ? null : ReadInt64());
        }

        return list.ToList();
    }

    public List<T>? ReadEnumList<T>()
        where T : struct, IOpenEnum<T>
    {
        if (!BeginList())
        {
            return null;
        }

        var list = new ListBuilder<T>();
        while (NextItem())
        {
            list.Add(_json.TokenType == JsonTokenType.Null ? default : T.From(ReadEnum(T.Table)));
        }

        return list.ToList();
    }

    public List<T>? ReadObjectList<T>(WireType declared)
        where T : ApiObject
    {
        if (!BeginList())
        {
            return null;
        }

        var list = new ListBuilder<T>();
        while (NextItem())
        {
            list.Add(_json.TokenType == JsonTokenType.Null ? null! : (T)ReadObject(declared));
        }

        return list.ToList();
    }

    public List<List<T>>? ReadObjectListList<T>(WireType declared)
        where T : ApiObject
    {
        if (!BeginList())
        {
            return null;
        }

        var list = new ListBuilder<List<T>>();
        while (NextItem())
        {
            list.Add(_json.TokenType == JsonTokenType.Null ? null! : ReadObjectList<T>(declared)!);
        }

        return list.ToList();
    }

    public Dictionary<string, string?>? ReadTextMap()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object");
        }

        var map = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = _json.GetString()!;
            _json.Read();
            if (!map.TryAdd(name, _json.TokenType == JsonTokenType.Null ? null : ReadText()))
            {
                throw Error($"the entry '{name}' is there twice");
            }
        }

        return map;
    }

    // Empty text in place of a list: some services send it for "none".
    private readonly bool BeginList() => _json.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.String when IsBlank() => false,
        _ => throw Unexpected("a list"),
    };

    private bool NextItem() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;
}
