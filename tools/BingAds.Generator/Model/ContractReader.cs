using System.Text.Json;

namespace BingAds.Generator.Model;

/// <summary>Reads the contract's files. What is marked as removed from the service is left out.</summary>
internal static class ContractReader
{
    private static readonly string[] s_files =
        ["ad-insight", "bulk", "campaign-management", "customer-billing", "customer-management", "reporting"];

    public static IReadOnlyList<Contract> ReadAll(string folder) =>
        [.. s_files.Select(f => Read(Path.Combine(folder, f + ".json")))];

    private static Contract Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = document.RootElement;
        var soap = root.GetProperty("soap");
        var rest = root.GetProperty("rest");
        return new Contract(
            Text(root, "service"),
            root.GetProperty("namespaces").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!, StringComparer.Ordinal),
            new SoapFacts(Text(soap, "production"), Text(soap, "sandbox"), Texts(soap, "requestHeaders")),
            new RestFacts(Text(rest, "production"), Text(rest, "sandbox"), Text(rest, "prefix")),
            [.. Items(root, "operations").Select(Operation)],
            [.. Items(root, "messages").Select(Message)],
            [.. Items(root, "types").Select(Type)],
            Items(root, "arrays").Select(List).ToDictionary(static l => l.Name, StringComparer.Ordinal),
            [.. Items(root, "hierarchies").Select(Hierarchy)],
            [.. Items(root, "enums").Select(Enum)]);
    }

    private static OperationModel Operation(JsonElement e) => new(
        Text(e, "name"), Text(e, "action"), Text(e, "request"), Text(e, "response"),
        Text(e, "verb"), Text(e, "path"), Flag(e, "idempotent"), Number(e, "pageSize"), Texts(e, "faults"));

    private static MessageModel Message(JsonElement e) => new(Text(e, "name"), Text(e, "kind") == "request", Fields(e));

    private static TypeModel Type(JsonElement e) => new(Text(e, "name"), Text(e, "ns"), TextOrNull(e, "base"), TextOrNull(e, "jsonType"), Fields(e));

    private static IReadOnlyList<FieldModel> Fields(JsonElement e) => [.. Items(e, "fields").Select(Field)];

    private static FieldModel Field(JsonElement e) => new(
        Text(e, "name"), TextOrNull(e, "json") ?? Text(e, "name"), Text(e, "type"), TextOrNull(e, "array"),
        Flag(e, "required"), Flag(e, "jsonOmitNull") || Flag(e, "jsonOmitDefault"));

    private static ListModel List(JsonElement e) => new(Text(e, "name"), Text(e, "ns"), Text(e, "item"), Text(e, "of"));

    private static HierarchyModel Hierarchy(JsonElement e) => new(
        Text(e, "root"), Text(e, "carrier") == "member", TextOrNull(e, "nestedIn"),
        [.. e.GetProperty("values").EnumerateObject().Select(static p => (p.Name, p.Value.GetString()!))]);

    private static EnumModel Enum(JsonElement e) => new(
        Text(e, "name"), Flag(e, "flags"), [.. e.GetProperty("values").EnumerateObject().Select(static p => p.Name)]);

    private static IEnumerable<JsonElement> Items(JsonElement e, string name) =>
        e.GetProperty(name).EnumerateArray().Where(static i => !Flag(i, "removed"));

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;

    private static string? TextOrNull(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement e, string name) => [.. e.GetProperty(name).EnumerateArray().Select(static i => i.GetString()!)];

    private static int? Number(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static bool Flag(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.GetBoolean();
}
