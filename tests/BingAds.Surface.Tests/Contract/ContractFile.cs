using System.Text.Json;
using BingAds.V13.CampaignManagement;

namespace BingAds.Surface.Tests.Contract;

/// <summary>One file of contract/v13, read anew here so that a mistake of the generator's reader shows.</summary>
internal sealed class ContractFile
{
    private static readonly string[] s_files = ["ad-insight", "bulk", "campaign-management", "customer-billing", "customer-management", "reporting"];
    private static readonly Lazy<ContractFile[]> s_all = new(static () => Array.ConvertAll(s_files, static f => new ContractFile(f)));

    private readonly JsonElement _root;
    private readonly Dictionary<string, ContractType> _types;

    private ContractFile(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Checkout.Path("contract", "v13", file + ".json")));
        _root = document.RootElement.Clone();
        Service = Text(_root, "service")!;
        Namespaces = _root.GetProperty("namespaces").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!);
        Lists = Items("arrays").ToDictionary(static a => Text(a, "name")!, a => new ContractList(Text(a, "item")!, Namespaces[Text(a, "ns")!]));
        Types = [.. Items("types").Where(IsThere).Select(t => new ContractType(
            Text(t, "name")!, Namespaces[Text(t, "ns")!], Text(t, "base"), Fields(t))).OrderBy(static t => t.Name, StringComparer.Ordinal)];
        Messages = [.. Items("messages").Where(IsThere).Select(m => new ContractType(Text(m, "name")!, Namespaces["svc"], null, Fields(m)))];
        Enums = [.. Items("enums").Where(IsThere).Select(static e => new ContractEnum(Text(e, "name")!, Flag(e, "flags"), Values(e)))];
        Operations = [.. Items("operations").Where(IsThere).Select(static o => new ContractOperation(
            Text(o, "name")!, Text(o, "action")!, Text(o, "request")!, Text(o, "response")!, Text(o, "verb")!, Text(o, "path")!, Flag(o, "idempotent")))];
        Hierarchies = [.. Items("hierarchies").Select(static h => new ContractHierarchy(
            Text(h, "root")!, Text(h, "carrier") == "member", Flag(h, "rootAbstract"), Text(h, "nestedIn"),
            h.GetProperty("values").EnumerateObject().ToDictionary(static v => v.Name, static v => v.Value.GetString()!)))];
        _types = Types.ToDictionary(static t => t.Name);
    }

    public static IReadOnlyList<ContractFile> All => s_all.Value;

    public string Service { get; }

    public IReadOnlyDictionary<string, string> Namespaces { get; }

    public IReadOnlyList<ContractOperation> Operations { get; }

    public IReadOnlyList<ContractType> Types { get; }

    public IReadOnlyList<ContractType> Messages { get; }

    public IReadOnlyList<ContractEnum> Enums { get; }

    public IReadOnlyDictionary<string, ContractList> Lists { get; }

    public IReadOnlyList<ContractHierarchy> Hierarchies { get; }

    public IEnumerable<ContractType> TypesAndMessages => Types.Concat(Messages);

    public static ContractFile Of(string service) => All.Single(c => c.Service == service);

    public int Count(string kind) => _root.GetProperty("counts").GetProperty(kind).GetInt32();

    public int CountOfItems(string kind) => Items(kind).Count();

    public Type? ClrType(string name) => typeof(Campaign).Assembly.GetType($"BingAds.V13.{Service}.{name}");

    public bool IsEnum(string name) => Enums.Any(e => e.Name == name);

    public bool IsType(string name) => _types.ContainsKey(name);

    /// <summary>All fields on the wire with the namespace of their elements: those of the bases first.</summary>
    public IEnumerable<(string Namespace, ContractField Field)> AllFields(ContractType type) =>
        (type.Base is { } name ? AllFields(_types[name]) : []).Concat(type.Fields.Select(f => (type.Namespace, f)));

    /// <summary>The family whose discriminator a type carries: the outermost that knows it.</summary>
    public ContractHierarchy? HierarchyOf(string type) => Hierarchies.FirstOrDefault(h => h.NestedIn is null && h.Values.ContainsKey(type));

    public override string ToString() => Service;

    private static bool IsThere(JsonElement item) => !Flag(item, "removed");

    private static List<ContractField> Fields(JsonElement owner) => [.. owner.GetProperty("fields").EnumerateArray().Where(IsThere)
        .Select(static f => new ContractField(Text(f, "name")!, Text(f, "json") ?? Text(f, "name")!, Text(f, "type")!, Text(f, "array")))];

    private static Dictionary<string, long> Values(JsonElement model) =>
        model.GetProperty("values").EnumerateObject().ToDictionary(static v => v.Name, static v => v.Value.GetInt64());

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.GetBoolean();

    private IEnumerable<JsonElement> Items(string kind) => _root.GetProperty(kind).EnumerateArray();
}
