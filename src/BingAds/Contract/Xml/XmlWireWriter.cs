using System.Text;
using System.Xml;

namespace BingAds.Contract.Xml;

/// <summary>The SOAP form: elements in the contract's order, <c>xsi:type</c> on subtypes, nil where an element must be there.</summary>
internal ref struct XmlWireWriter(XmlDictionaryWriter xml) : IWireWriter
{
    private readonly XmlDictionaryWriter _xml = xml;
    private ApiObject? _owner;

    // Declared type of the member that the next object is written for; null where a subtype is not possible.
    private string? _declared;

    /// <summary>Writes a message as the element that its operation expects in the body of the envelope.</summary>
    public void WriteBody(ApiObject message)
    {
        var type = message.WireType;
        _xml.WriteStartElement(null, type.Name, type.Namespace.Uri);
        _xml.WriteXmlnsAttribute("i", XmlNames.InstanceNamespace);
        message.Write(ref this);
        _xml.WriteEndElement();
    }

    public void BeginObject(ApiObject value, WireType type)
    {
        _owner = value;
        if (value.UnknownOrNull is { TypeName.Length: > 0, TypeNamespace: { } ns } unknown)
        {
            WriteType(unknown.TypeName, ns);
        }
        else if (_declared is not null && !string.Equals(type.Name, _declared, StringComparison.Ordinal))
        {
            WriteType(type.Name, type.Namespace.Uri);
        }
    }

    public readonly void EndObject(ApiObject value)
    {
        if (value.UnknownOrNull is not { Count: > 0 } unknown)
        {
            return;
        }

        foreach (var member in unknown)
        {
            if (member.IsXml)
            {
                using var raw = XmlDictionaryReader.CreateTextReader(Encoding.UTF8.GetBytes(member.Raw), XmlDictionaryReaderQuotas.Max);
                XmlFragment.Copy(raw, _xml);
            }
        }
    }

    public readonly void TypeField(WireMember member, string? value) =>
        TextField(member, value?.Replace(", ", " ", StringComparison.Ordinal));

    public readonly void BooleanField(WireMember member, bool? value)
    {
        if (value is { } v)
        {
            Begin(member);
            _xml.WriteValue(v);
            _xml.WriteEndElement();
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
            Begin(member);
            _xml.WriteValue(v);
            _xml.WriteEndElement();
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
            Begin(member);
            _xml.WriteValue(v);
            _xml.WriteEndElement();
        }
        else
        {
            Null(member);
        }
    }

    public readonly void DoubleField(WireMember member, double? value)
    {
        if (value is { } v)
        {
            Begin(member);
            _xml.WriteValue(v);
            _xml.WriteEndElement();
        }
        else
        {
            Null(member);
        }
    }

    public readonly void DecimalField(WireMember member, decimal? value)
    {
        if (value is { } v)
        {
            Begin(member);
            _xml.WriteValue(v);
            _xml.WriteEndElement();
        }
        else
        {
            Null(member);
        }
    }

    public readonly void DateTimeField(WireMember member, DateTime? value)
    {
        if (value is not { } v)
        {
            Null(member);
            return;
        }

        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        Begin(member);
        _xml.WriteString(Encoding.ASCII.GetString(text[..DateTimeText.Format(v, text)]));
        _xml.WriteEndElement();
    }

    public readonly void TextField(WireMember member, string? value)
    {
        if (value is not null)
        {
            Begin(member);
            WriteText(value);
            _xml.WriteEndElement();
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
            Begin(member);
            _xml.WriteBase64(value, 0, value.Length);
            _xml.WriteEndElement();
        }
        else
        {
            Null(member);
        }
    }

    public readonly void EnumField(WireMember member, EnumText? value) => TextField(member, value?.Text);

    public readonly void FlagsField(WireMember member, EnumText? value) =>
        TextField(member, value?.Text.Replace(", ", " ", StringComparison.Ordinal));

    public void ObjectField(WireMember member, ApiObject? value)
    {
        if (value is null)
        {
            Null(member);
        }
        else
        {
            Nested(member, value);
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
            Begin(member.Item!);
            if (item is null)
            {
                WriteNil();
            }
            else
            {
                WriteText(item);
            }

            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    public readonly void Int32ListField(WireMember member, List<int>? value)
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var item in value!)
        {
            Begin(member.Item!);
            _xml.WriteValue(item);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    public readonly void Int64ListField(WireMember member, List<long>? value)
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var item in value!)
        {
            Begin(member.Item!);
            _xml.WriteValue(item);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    public readonly void NullableInt64ListField(WireMember member, List<long?>? value)
    {
        if (!BeginList(member, value))
        {
            return;
        }

        foreach (var item in value!)
        {
            Begin(member.Item!);
            if (item is { } v)
            {
                _xml.WriteValue(v);
            }
            else
            {
                WriteNil();
            }

            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
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
            Begin(member.Item!);
            if (item.Value is { } v)
            {
                _xml.WriteString(v.Text.Replace(", ", " ", StringComparison.Ordinal));
            }
            else
            {
                WriteNil();
            }

            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    public void ObjectListField<T>(WireMember member, List<T>? value)
        where T : ApiObject?
    {
        if (value is null)
        {
            Null(member);
            return;
        }

        Objects(member, value);
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
                Begin(member.Item!);
                WriteNil();
                _xml.WriteEndElement();
            }
            else
            {
                Objects(member.Item!, list);
            }
        }

        _xml.WriteEndElement();
    }

    public readonly void TextMapField(WireMember member, Dictionary<string, string?>? value)
    {
        if (!BeginList(member, value))
        {
            return;
        }

        var ns = member.Item!.XmlNamespace;
        foreach (var (name, text) in value!)
        {
            Begin(member.Item!);
            _xml.WriteElementString(null, "Key", ns.Value, name);
            _xml.WriteStartElement(null, "Value", ns.Value);
            if (text is null)
            {
                WriteNil();
            }
            else
            {
                WriteText(text);
            }

            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void Objects<T>(WireMember member, List<T> value)
        where T : ApiObject?
    {
        Begin(member);
        foreach (var item in value)
        {
            if (item is null)
            {
                Begin(member.Item!);
                WriteNil();
                _xml.WriteEndElement();
            }
            else
            {
                Nested(member.Item!, item);
            }
        }

        _xml.WriteEndElement();
    }

    private void Nested(WireMember member, ApiObject value)
    {
        var owner = _owner;
        Begin(member);
        _declared = member.DeclaredType;
        value.Write(ref this);
        _xml.WriteEndElement();
        _owner = owner;
    }

    private readonly void Begin(WireMember member) => _xml.WriteStartElement(null, member.XmlName, member.XmlNamespace);

    // Characters that XML 1.0 can't hold (most control characters, lone surrogates) would make a body that no server reads.
    private readonly void WriteText(string text)
    {
        var bad = XmlText.IndexOfInvalid(text);
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"The text has the character U+{(int)text[bad]:X4} at position {bad}, which XML can't hold; remove it or use REST.");
        }

        _xml.WriteString(text);
    }

    private readonly void WriteNil() => _xml.WriteAttributeString("i", XmlNames.Nil, XmlNames.Instance, "true");

    private readonly void WriteType(string name, string ns)
    {
        _xml.WriteStartAttribute("i", XmlNames.Type, XmlNames.Instance);
        _xml.WriteQualifiedName(name, ns);
        _xml.WriteEndAttribute();
    }

    private readonly bool BeginList(WireMember member, object? value)
    {
        if (value is null)
        {
            Null(member);
            return false;
        }

        Begin(member);
        return true;
    }

    private readonly void Null(WireMember member)
    {
        if ((member.Flags & WireFlags.NilWhenNull) != 0 || (_owner!.HasExplicitNulls && _owner.IsExplicitNull(member.Name)))
        {
            Begin(member);
            WriteNil();
            _xml.WriteEndElement();
        }
    }
}
