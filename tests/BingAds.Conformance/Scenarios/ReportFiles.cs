using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Reporting;

namespace BingAds.Conformance.Scenarios;

/// <summary>The report steps of a script on the wire: submits a request, waits for the job by the client's clock, and reads the file while it comes in.</summary>
internal sealed class ReportFiles(ServiceClient client, TimeProvider clock, Uri emulator) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Submits a request as it stands and gives the id of the job.</summary>
    public async Task<string> SubmitAsync(JsonObject request) =>
        Text(await CallAsync("SubmitGenerateReport", new JsonObject { ["ReportRequest"] = request.DeepClone() }), "ReportRequestId");

    /// <summary>Waits for a job and reads its file, all of it.</summary>
    /// <exception cref="Errors.FileFormatException">The file is not whole, or not as it was asked for.</exception>
    public async Task<ReportOutcome> ReadAsync(string id, JsonObject request)
    {
        var answer = await JobLooks.UntilDoneAsync(
            () => CallAsync("PollGenerateReport", new JsonObject { ["ReportRequestId"] = id }),
            static a => Text(Status(a), "Status") == "Pending",
            clock);
        var status = Text(Status(answer), "Status");
        if (Status(answer)["ReportDownloadUrl"]?.GetValue<string>() is not { Length: > 0 } link) return new ReportOutcome(status, null, 0);
        if (!new Uri(link).Authority.Equals(emulator.Authority, StringComparison.Ordinal)) throw new ScriptException("A link leads away from the emulator.");

        using var file = await _http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead);
        if (!file.IsSuccessStatusCode) throw new ScriptException($"The link answers {(int)file.StatusCode}: {await file.Content.ReadAsStringAsync()}");
        await using var reader = await ReportFileReader.OpenAsync(file.Content, Reading(request));
        await reader.ReadHeaderAsync();
        await foreach (var _ in reader.ReadRows())
        {
            // Only counted; the reader makes sure that they are all there.
        }

        return new ReportOutcome(status, IsLeftOut(request, "ExcludeColumnHeaders") ? [] : reader.Columns!.Names, reader.RowsRead);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The file must have what was asked for; its form is told by itself.</summary>
    internal static ReportFileReaderOptions Reading(JsonObject request) => new()
    {
        FileName = "the report",
        HasHeader = !IsLeftOut(request, "ExcludeReportHeader"),
        HasFooter = !IsLeftOut(request, "ExcludeReportFooter"),
        HasColumnHeaders = !IsLeftOut(request, "ExcludeColumnHeaders"),
        Columns = IsLeftOut(request, "ExcludeColumnHeaders") ? [.. Columns(request)] : null,
    };

    private static IEnumerable<string> Columns(JsonObject request) => (request["Columns"] as JsonArray ?? []).Select(static c => c!.GetValue<string>());

    private static bool IsLeftOut(JsonObject request, string name) =>
        request[name] is JsonValue value && bool.TryParse(ScriptValues.AsText(value), out var isLeftOut) && isLeftOut;

    private static JsonObject Status(JsonObject answer) => answer["ReportRequestStatus"] as JsonObject ?? throw new ScriptException("The answer has no ReportRequestStatus.");

    private async Task<JsonObject> CallAsync(string operation, JsonObject request) => (await client.CallAsync(operation, request)).ToJson();

    private static string Text(JsonObject answer, string name) =>
        answer[name]?.GetValue<string>() ?? throw new ScriptException($"The answer has no {name}.");
}
