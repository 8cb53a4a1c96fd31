using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Services;

namespace BingAds;

/// <summary>Makes the objects of a service by the names of its contract.</summary>
public sealed class ObjectFactory
{
    private static readonly ObjectBuilder s_default = new();

    private readonly ServiceCatalog _catalog;

    // All names but those of list shapes, for a name that is not found as it is written.
    private readonly Lazy<string> _names;

    /// <summary>What was loaded beside the package's own contract; asked for names that this does not have.</summary>
    internal ServiceContract? Contract { get; set; }

    internal ObjectFactory(ServiceName service)
    {
        _catalog = ApiCatalog.For(service);
        _names = new(() => $"{_catalog.TypeNames} {_catalog.MessageNames} {_catalog.OperationNames} {_catalog.EnumNames}");
    }

    /// <summary>Decides what is filled in on a new object; null (default) for the rules of <see cref="ObjectBuilder"/>.</summary>
    public ObjectBuilder? Builder { get; set; }

    /// <summary>Makes an object.</summary>
    /// <param name="name">
    /// Name of a type (<c>Campaign</c>), of a message (<c>AddCampaignsRequest</c>), of an operation (its request), of an enum (an object
    /// with a member for each value), or of a list shape (<c>ArrayOfCampaign</c>). A prefix as in <c>ns0:Campaign</c> is ignored.
    /// </param>
    /// <exception cref="ArgumentException">The service has none of these; the message lists the nearest.</exception>
    public IApiObject Create(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var plain = WithoutPrefix(name);
        return Find(plain)
            ?? (Spelling.Find(plain, _names.Value) is { } spelled ? Find(spelled) : null)
            ?? Contract?.TryCreate(plain)
            ?? throw Unknown(plain, nameof(name));
    }

    /// <summary>Makes an object of a type or message from its JSON form. A null in it becomes an explicit null.</summary>
    /// <param name="name">Name of the type or message.</param>
    /// <param name="json">The members.</param>
    /// <exception cref="ArgumentException">The service has no such type, or the JSON does not fit it.</exception>
    public IApiObject FromJson(string name, JsonObject json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(json);
        var plain = WithoutPrefix(name);
        var empty = _catalog.Create(plain)
            ?? (Spelling.Find(plain, _names.Value) is { } spelled ? _catalog.Create(spelled) : null)
            ?? throw Unknown(plain, nameof(name));
        return MemberValue.FromJson<ApiObject>(json, empty.WireType, plain);
    }

    private static string WithoutPrefix(string name) => name[(name.LastIndexOf(':') + 1)..];

    private IApiObject? Find(string name)
    {
        if ((_catalog.Create(name) ?? _catalog.FindOperation(name)?.CreateRequest()) is { } value)
        {
            Fill(value, [value.TypeName]);
            return value;
        }

        return _catalog.FindEnum(name) is { } table ? new ApiEnumValues(table.Name, [.. table.Names]) : ApiList.TryCreate(_catalog, name);
    }

    private void Fill(ApiObject value, HashSet<string> path)
    {
        var builder = Builder ?? s_default;
        var members = value.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            var type = members[i].Type.TrimEnd('?');
            var kind = KindOf(type);
            if (builder.SkipValue(new MemberType(members[i].Name, members[i].Type, kind, (members[i].Flags & WireFlags.Required) != 0)))
            {
                continue;
            }

            if (kind != MemberTypeKind.Object)
            {
                value.SetMember(i, Empty(type, kind));
            }
            else if (path.Add(type))
            {
                // An object within one of its own type would go on for ever.
                var made = _catalog.Create(type)!;
                Fill(made, path);
                path.Remove(type);
                value.SetMember(i, made);
            }
        }
    }

    private MemberTypeKind KindOf(string type)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal) || type.StartsWith("map<", StringComparison.Ordinal))
        {
            return MemberTypeKind.List;
        }

        return char.IsLower(type[0]) ? MemberTypeKind.Value : _catalog.FindEnum(type) is null ? MemberTypeKind.Object : MemberTypeKind.Enum;
    }

    private object? Empty(string type, MemberTypeKind kind) => kind switch
    {
        MemberTypeKind.Enum => _catalog.FindEnum(type)![0].Text,
        MemberTypeKind.List => type.StartsWith("map<", StringComparison.Ordinal) ? new Dictionary<string, string?>() : Array.Empty<object>(),
        _ => type switch
        {
            "string" => "",
            "bool" => false,
            "dateTime" => DateTime.MinValue,
            "base64" => Array.Empty<byte>(),
            _ => 0,
        },
    };

    private ArgumentException Unknown(string name, string parameter)
    {
        var known = _names.Value.Split(' ').Concat(Contract?.TypeNames ?? []).Concat(_catalog.ListNames.Split(' ').Select(static l => l[..l.IndexOf('=')]));
        return new ArgumentException($"{_catalog.Service} has no type '{name}'.{Nearest.Hint(name, known)}", parameter);
    }
}
