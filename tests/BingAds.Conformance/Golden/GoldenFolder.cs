using System.Text.Json;

namespace BingAds.Conformance.Golden;

/// <summary>A folder of recorded wire data. Files that a folder doesn't have count as empty.</summary>
public sealed class GoldenFolder(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The services that anything is recorded of.</summary>
    public IReadOnlyList<string> Services => Index.Select(static line => line.Service)
        .Concat(new[] { "rest", "soap" }.Select(t => Path.Combine(Root, t)).Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.re*s.jsonl*")).Select(static file => Path.GetFileName(file).Split('.')[0]))
        .Distinct().Order(StringComparer.Ordinal).ToList();

    public IEnumerable<GoldenService> Addresses => Lines("services.jsonl").Select(static line => new GoldenService(
        Need(line, "service"), Need(line, "restBase"), Need(line, "restBaseSandbox"), Need(line, "soapUrl"), Need(line, "soapUrlSandbox")));

    public IEnumerable<GoldenIndexLine> Index => Lines("index.jsonl").Select(static line => new GoldenIndexLine(
        Need(line, "service"), Need(line, "operation"), line.Number("variant") ?? 0,
        Need(line, "verb"), Need(line, "path"), Need(line, "soapAction"), Need(line, "soapPath")));

    public IEnumerable<GoldenRequest> Requests(string transport, string service) =>
        Lines($"{transport}/{service}.requests.jsonl").Select(static line => new GoldenRequest(
            Need(line, "operation"), line.Number("variant") ?? 0, Need(line, "verb"), Need(line, "path"),
            line.Text("soapAction"), line.Headers(), line.Text("bodyWithSubtypes") ?? Need(line, "body")));

    public IEnumerable<GoldenResponse> Responses(string transport, string service) =>
        Lines($"{transport}/{service}.responses.jsonl").Select(static line => new GoldenResponse(
            Need(line, "operation"), line.Number("variant") ?? 0, line.Number("status") ?? 200, line.Headers(), Need(line, "body")));

    public IEnumerable<GoldenFault> Faults(string transport) =>
        Lines($"faults/{transport}.jsonl").Select(static line => new GoldenFault(
            Need(line, "service"), Need(line, "operation"), Need(line, "faultType"), line.Number("status") ?? 500, line.Headers(), Need(line, "body")));

    public IEnumerable<GoldenMutation> Mutations(string service) =>
        Lines($"behaviour/{service}.jsonl").Select(static line => new GoldenMutation(
            Need(line, "transport"), Need(line, "operation"), Need(line, "mutation"), Need(line, "path")));

    public IEnumerable<GoldenStatusCase> StatusCases =>
        Lines("behaviour/status-codes.jsonl").Select(static line => new GoldenStatusCase(
            Need(line, "service"), Need(line, "case"), line.Number("status") ?? 0));

    public IEnumerable<GoldenHeaderCase> HeaderCases =>
        Lines("behaviour/header-defaults.jsonl").Select(static line => new GoldenHeaderCase(
            Need(line, "case"), Need(line, "operation"), line.Text("verb"), line.Text("path"), line.Headers(), line.Text("body"), line.Text("error")));

    private IEnumerable<JsonElement> Lines(string name) => JsonLines.Read(Path.Combine(Root, name));

    private static string Need(JsonElement line, string member) =>
        line.Text(member) ?? throw new FormatException($"A line of a recording has no '{member}': {line.GetRawText()[..Math.Min(120, line.GetRawText().Length)]}");
}
