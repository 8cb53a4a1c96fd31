using System.Text.Json;

namespace BingAds.Generator.Docs;

/// <summary>The facts of one service, found by name; a name without facts has an empty <see cref="Fact"/>.</summary>
internal sealed class FactBook
{
    private readonly JsonElement _root;

    private FactBook(JsonElement root) => _root = root;

    public static FactBook Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return new FactBook(document.RootElement.Clone());
    }

    public Fact Type(string name) => Entry("types", name);

    public Fact Request(string name) => Entry("messages", name);

    public Fact Enum(string name) => Entry("enums", name);

    public Fact EnumValue(string name, string value) => Enum(name).Inner("values").Inner(value);

    public Fact Operation(string name) => Entry("operations", name);

    /// <summary>
    /// The facts that hold for a member in a type. A type may describe an inherited member in its own way, and that replaces what its base says,
    /// even by nothing.
    /// </summary>
    public Fact Member(ServiceShape service, OwnerShape owner, string member)
    {
        for (var at = owner; ; at = service.Owner(at.Base))
        {
            var entry = at.Kind == OwnerKind.Type ? Type(at.Name) : Request(at.Name);
            foreach (var part in (string[])["members", "inherited"])
            {
                if (entry.Inner(part).Has(member))
                    return entry.Inner(part).Inner(member);
            }

            if (at.Base is null)
                return default;
        }
    }

    private Fact Entry(string section, string name) => new Fact(_root).Inner(section).Inner(name);
}
