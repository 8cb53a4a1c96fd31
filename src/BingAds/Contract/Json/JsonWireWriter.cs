using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BingAds.Contract.Json;

/// <summary>The REST form: longs as text, flags with commas, <c>Type</c> first, no null unless the policy or the object asks for one.</summary>
internal ref struct JsonWireWriter(Utf8JsonWriter json, NullPolicy nulls) : IWireWriter
{
    private static readonly JsonEncodedText s_type = JsonEncodedText.Encode("Type", WireJson.Encoder);

    private readonly Utf8JsonWriter _json = json;
    private readonly NullPolicy _nulls = nulls;
    private ApiObject? _owner;

    /// <summary>A body that has no contract.</summary>
    public readonly void Raw(JsonNode? body)
    {
        if (body is null)
        {
            _json.WriteNullValue();
        }
        else
        {
            body.WriteTo(_json);
        }
    }

    public void BeginObject(ApiObject value, WireType type)
    {
        _owner = value;
        _json.WriteStartObject();
        if (type.Discriminator is { } discriminator)
        {
            var unknown = value.UnknownOrNull?.TypeName;
            if (unknown is null)
            {
                _json.WriteString(s_type, discriminator);
            }
            else if (unknown.Length > 0)
            {
                _json.WriteString(s_type, unknown);
            }
        }
    }

    public readonly void EndObject(ApiObject value)
    {
        if (value.UnknownOrNull is { Count: > 0 } unknown)
        {
            foreach (var member in unknown)
            {
                if (!member.IsXml)
                {
                    _json.WritePropertyName(member.Name);
                    _json.WriteRawValue(member.Raw);
                }
            }
        }

        _json.WriteEndObject();
    }

    public readonly void TypeField(WireMember member, string? value)
    {
        // BeginObject has written it.
    }

    public readonly void BooleanField(WireMember member, bool? value)
    {
        if (value is { } v)
        {
            _json.WriteBoolean(member.Json, v);
        }
        else
        {
            Null(member);
        }
    }

    public readonly void ByteField(WireMember member, byte? value) => Int32Field(member, value);

    public readonly void Int16Field(WireMember member, short? value) => Int32Field(member, value);

    public readonly void Int32Field(WireMember member, int? value)
    {
        if (value is { } v)
        {
            _json.WriteNumber(member.Json, v);
        }
        else
        {
            Null(member);
        }
    }

    public readonly void Int64Field(WireMember member, long? value)
    {
        if (value is { } v)
        {
            Span<byte> digits = stackalloc byte[20];
            Utf8Formatter.TryFormat(v, digits, out var length);
            _json.WriteString(member.Json, digits[..length]);
        }
        else
        {
            Null(member);
        }
    }

    public readonly void DoubleField(WireMember member, double? value)
    {
        if (value is not { } v)
        {
            Null(member);
        }
        else if (double.IsFinite(v))
        {
            _json.WriteNumber(member.Json, v);
        }
        else
        {
            _json.WriteString(member.Json, double.IsNaN(v) ? "NaN" : v > 0 ? "Infinity" : "-Infinity");
        }
    }

    public readonly void DecimalField(WireMember member, decimal? value)
    {
        if (value is { } v)
        {
            _json.WriteNumber(member.Json, v);
        }
        else
        {
            Null(member);
        }
    }

    public readonly void DateTimeField(WireMember member, DateTime? value)
    {
        if (value is { } v)
        {
            Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
            _json.WriteString(member.Json, text[..DateTimeText.Format(v, text)]);
        }
        else
        {
            Null(member);
        }
    }

    public readonly void TextField(WireMember member, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(member.Json, value);
        }
        else
        {
            Null(member);
        }
    }

    public readonly void BytesField(WireMember member, byte[]? value)
    {
        if (value is not null)
        {
            _json.WriteBase64String(member.Json, value);
        }
        else
        {
            Null(member);
        }
    }

    public readonly void EnumField(WireMember member, EnumText? value)
    {
        if (value is null)
        {
            Null(member);
        }
        else if (value.IsNumber)
        {
            _json.WritePropertyName(member.Json);
            _json.WriteRawValue(value.Text);
        }
        else
        {
            _json.WriteString(member.Json, value.Json);
        }
    }

    public readonly void FlagsField(WireMember member, EnumText? value) => EnumField(member, value);

    public void ObjectField(WireMember member, ApiObject? value)
    {
        if (value is not null)
        {
            _json.WritePropertyName(member.Json);
            Nested(value);
        }
        else
        {
            Null(member);
        }
    }

    public readonly void TextListField(WireMember member, List<string>? value)
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var item in value!)
        {
            _json.WriteStringValue(item); // A null is written as null.
        }

        _json.WriteEndArray();
    }

    public readonly void Int32ListField(WireMember member, List<int>? value)
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var item in value!)
        {
            _json.WriteNumberValue(item);
        }

        _json.WriteEndArray();
    }

    public readonly void Int64ListField(WireMember member, List<long>? value)
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var item in value!)
        {
            Int64Value(item);
        }

        _json.WriteEndArray();
    }

    public readonly void NullableInt64ListField(WireMember member, List<long?>? value)
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var item in value!)
        {
            if (item is { } v)
            {
                Int64Value(v);
            }
            else
            {
                _json.WriteNullValue();
            }
        }

        _json.WriteEndArray();
    }

    public readonly void EnumListField<T>(WireMember member, List<T>? value)
        where T : struct, IOpenEnum<T>
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var item in value!)
        {
            switch (item.Value)
            {
                case null:
                    _json.WriteNullValue();
                    break;
                case { IsNumber: true } number:
                    _json.WriteRawValue(number.Text);
                    break;
                case var text:
                    _json.WriteStringValue(text.Json);
                    break;
            }
        }

        _json.WriteEndArray();
    }

    public void ObjectListField<T>(WireMember member, List<T>? value)
        where T : ApiObject?
    {
        if (value is null)
        {
            Null(member);
            return;
        }

        _json.WritePropertyName(member.Json);
        Objects(value);
    }

    public void ObjectListListField<T>(WireMember member, List<List<T>>? value)
        where T : ApiObject?
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var list in value!)
        {
            if (list is null)
            {
                _json.WriteNullValue();
            }
            else
            {
                Objects(list);
            }
        }

        _json.WriteEndArray();
    }

    public readonly void TextMapField(WireMember member, Dictionary<string, string?>? value)
    {
        if (value is null)
        {
            Null(member);
            return;
        }

        _json.WriteStartObject(member.Json);
        foreach (var (name, text) in value)
        {
            _json.WriteString(name, text);
        }

        _json.WriteEndObject();
    }

    private void Objects<T>(List<T> value)
        where T : ApiObject?
    {
        _json.WriteStartArray();
        foreach (var item in value)
        {
            if (item is null)
            {
                _json.WriteNullValue();
            }
            else
            {
                Nested(item);
            }
        }

        _json.WriteEndArray();
    }

    private void Nested(ApiObject value)
    {
        var owner = _owner;
        value.Write(ref this);
        _owner = owner;
    }

    private readonly void Int64Value(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        _json.WriteStringValue(digits[..length]);
    }

    private readonly bool BeginList(WireMember member, object? value)
    {
        if (value is null)
        {
            Null(member);
            return false;
        }

        _json.WriteStartArray(member.Json);
        return true;
    }

    private readonly void Null(WireMember member)
    {
        var write = _nulls == NullPolicy.Omit
            ? _owner!.HasExplicitNulls && _owner.IsExplicitNull(member.Name)
            : (member.Flags & WireFlags.OmitWhenNull) == 0;
        if (write)
        {
            _json.WriteNull(member.Json);
        }
    }
}
