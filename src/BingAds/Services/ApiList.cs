using System.Collections;
using System.Text.Json.Nodes;
using BingAds.Contract;

namespace BingAds;

/// <summary>
/// A list shape of the contract, as an object whose one member has the name of the items:
/// <c>factory.Create("ArrayOflong")["long"]</c>. It can be set where a list is expected.
/// </summary>
public sealed class ApiList : IApiObject, IReadOnlyList<object?>
{
    private readonly string _item;
    private List<object?> _items = [];

    private ApiList(string typeName, string item)
    {
        TypeName = typeName;
        _item = item;
        MemberNames = [item];
    }

    /// <inheritdoc/>
    public string TypeName { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> MemberNames { get; }

    /// <inheritdoc/>
    public UnknownMembers Unknown { get; } = new();

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public object? this[int index] => _items[index];

    /// <summary>The items: gives a list that can be added to, takes any sequence.</summary>
    /// <exception cref="ArgumentException">There is no such member, or the value is no sequence.</exception>
    public object? this[string member]
    {
        get => Is(member) ? _items : throw NoMember(member);
        set => _items = !Is(member) ? throw NoMember(member) : value switch
        {
            null => [],
            List<object?> list => list,
            string => throw new ArgumentException($"'{member}' takes a list.", nameof(value)),
            IEnumerable items => [.. items.Cast<object?>()],
            _ => throw new ArgumentException($"'{member}' takes a list.", nameof(value)),
        };
    }

    /// <summary>Adds an item.</summary>
    public void Add(object? item) => _items.Add(item);

    /// <inheritdoc/>
    public void SendNull(string member) => this[member] = null;

    /// <inheritdoc/>
    public bool IsExplicitNull(string member) => false;

    /// <inheritdoc/>
    public JsonObject ToJson() => new() { [_item] = new JsonArray([.. _items.Select(Node)]) };

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static ApiList? TryCreate(ServiceCatalog catalog, string name)
    {
        foreach (var shape in catalog.ListNames.Split(' '))
        {
            var cut = shape.IndexOf('=');
            if (shape.AsSpan(0, cut).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return new ApiList(shape[..cut], shape[(cut + 1)..].TrimEnd('?', '[', ']'));
            }
        }

        return null;
    }

    private static JsonNode? Node(object? item) => item switch
    {
        null => null,
        IApiObject value => value.ToJson(),
        JsonNode node => node.DeepClone(),
        // As REST sends it: 64-bit numbers are text.
        long number => JsonValue.Create(number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        int number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        double number => JsonValue.Create(number),
        _ => JsonValue.Create(item.ToString()),
    };

    private bool Is(string member) => string.Equals(member, _item, StringComparison.OrdinalIgnoreCase);

    private ArgumentException NoMember(string member) => new($"{TypeName} has no member '{member}', only '{_item}'.", nameof(member));
}
