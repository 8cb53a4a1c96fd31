using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BingAds.Contract.Json;

/// <summary>Reads the REST form of objects from a whole body, leniently: names in any case, numbers as text, <c>Type</c> wherever it stands.</summary>
internal ref partial struct JsonWireReader : IWireReader
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly bool _keepNulls;
    private Utf8JsonReader _json;
    private TextCache _texts;

    /// <param name="source">The whole body, without a byte order mark.</param>
    /// <param name="maxDepth">Objects and lists within each other.</param>
    /// <param name="keepNulls">Whether a null becomes an explicit null of the object: for requests that a caller gives as JSON.</param>
    public JsonWireReader(ReadOnlySpan<byte> source, int maxDepth, bool keepNulls = false)
    {
        _source = source;
        _keepNulls = keepNulls;
        _json = new Utf8JsonReader(source, new JsonReaderOptions { MaxDepth = maxDepth });
    }

    /// <summary>Reads the whole body into an object of this type.</summary>
    public void ReadBody(ApiObject value)
    {
        if (!_json.Read())
        {
            throw Error("the body is empty");
        }

        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object");
        }

        value.Read(ref this);
        ReadToEnd();
    }

    /// <summary>Reads the whole body into an object of the declared type or of a subtype.</summary>
    public ApiObject ReadBody(WireType declared)
    {
        if (!_json.Read())
        {
            throw Error("the body is empty");
        }

        var value = ReadObject(declared);
        ReadToEnd();
        return value;
    }

    /// <summary>The whole object that begins here, without a contract.</summary>
    public JsonNode? ReadRaw()
    {
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        return JsonNode.Parse(_source[start..(int)_json.BytesConsumed], documentOptions: new JsonDocumentOptions { MaxDepth = _json.CurrentState.Options.MaxDepth });
    }

    public void Dispose() => _texts.Dispose();

    public readonly WireCursor BeginObject(WireType type)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object");
        }

        return new WireCursor(type);
    }

    public bool NextField(ref WireCursor cursor)
    {
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (_json.ValueIsEscaped)
            {
                FindEscaped(ref cursor);
            }
            else
            {
                Find(ref cursor, _json.ValueSpan);
            }

            if (cursor.Index < 0)
            {
                if (IsDiscriminator(cursor.Type))
                {
                    _json.Read();
                    _json.Skip();
                    continue;
                }

                return true;
            }

            _json.Read();
            if (_json.TokenType != JsonTokenType.Null)
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

    public void KeepUnknown(ref WireCursor cursor, ApiObject owner)
    {
        var name = _json.GetString()!;
        _json.Read();
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        var raw = Encoding.UTF8.GetString(_source[start..(int)_json.BytesConsumed]);
        if (!owner.Unknown.TryAdd(new UnknownMember(name, raw, IsXml: false)))
        {
            throw Error($"the member '{name}' is there twice");
        }
    }

    public ApiObject ReadObject(WireType declared)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object");
        }

        var value = declared.Hierarchy is { } hierarchy ? CreateSubtype(declared, hierarchy) : declared.Create();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        value.Read(ref this);
        return value;
    }

    private readonly ApiObject CreateSubtype(WireType declared, WireHierarchy hierarchy)
    {
        var found = TryFindType(out var text);
        if (found && hierarchy.Create(text) is { } value && value.WireType.IsA(declared))
        {
            return value;
        }

        // New or missing: an object of the declared type that keeps what it does not know.
        value = declared.Create();
        value.Unknown.TypeName = found ? Encoding.UTF8.GetString(text) : "";
        return value;
    }

    /// <summary>Looks ahead for the member <c>Type</c> of the object that begins here.</summary>
    private readonly bool TryFindType(out ReadOnlySpan<byte> text)
    {
        // First in the object, as the service and most others write it: seen without reading ahead.
        var rest = _source[(int)_json.BytesConsumed..];
        if (rest.StartsWith("\"Type\":\""u8))
        {
            rest = rest["\"Type\":\"".Length..];
            var end = rest.IndexOfAny((byte)'"', (byte)'\\');
            if (end >= 0 && rest[end] == '"')
            {
                text = rest[..end];
                return true;
            }
        }

        return TryFindTypeAhead(out text);
    }

    private readonly bool TryFindTypeAhead(out ReadOnlySpan<byte> text)
    {
        var ahead = _json;
        text = default;
        var found = false;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var exact = ahead.ValueTextEquals("Type"u8);
            var isType = exact || (!found && Ascii.EqualsIgnoreCase(ahead.ValueSpan, "Type"u8));
            ahead.Read();
            if (isType && ahead.TokenType == JsonTokenType.String)
            {
                text = ahead.ValueIsEscaped ? Encoding.UTF8.GetBytes(ahead.GetString()!) : ahead.ValueSpan;
                found = true;
                if (exact)
                {
                    return true;
                }
            }

            ahead.Skip();
        }

        return found;
    }

    /// <summary>In a hierarchy whose root has no such member, <c>Type</c> was used when the object was made.</summary>
    private readonly bool IsDiscriminator(WireType type) =>
        type.Discriminator is not null && Ascii.EqualsIgnoreCase(_json.ValueSpan, "Type"u8);

    // Members come in the contract's order as a rule: the next one is the first guess.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Find(ref WireCursor cursor, ReadOnlySpan<byte> name)
    {
        var members = cursor.Type.Members;
        var expected = cursor.Expected;
        if (expected >= members.Length || !name.SequenceEqual(members[expected].Utf8) || !cursor.TryTake(expected))
        {
            FindByName(ref cursor, name);
        }
    }

    private readonly void FindByName(ref WireCursor cursor, ReadOnlySpan<byte> name)
    {
        var index = cursor.Type.Names.Find(name);
        if (index >= 0)
        {
            if (!cursor.TryTake(index))
            {
                throw Error($"the member '{cursor.Type.Members[index].Name}' is there twice");
            }

            return;
        }

        // Only after an exact match has failed: 'id' is 'Id' unless 'Id' is there too.
        index = cursor.Type.Names.FindIgnoringCase(name);
        if (index < 0 || !cursor.TryTake(index))
        {
            cursor.Index = -1;
        }
    }

    private readonly void FindEscaped(ref WireCursor cursor) => FindByName(ref cursor, Encoding.UTF8.GetBytes(_json.GetString()!));

    private void ReadToEnd()
    {
        if (_json.Read())
        {
            throw Unexpected("nothing more");
        }
    }

    private readonly WireException Unexpected(string expected) => Error(
        $"expected {expected}, found {Describe()}");

    private readonly WireException Error(string message) => new(message, line: null, _json.TokenStartIndex);

    private readonly string Describe() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.Null => "null",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Number => "a number",
        JsonTokenType.String => "text",
        _ => "something else",
    };
}
