using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Conformance.Scenarios;

/// <summary>The bulk steps of a script on the wire: submits jobs, waits for them by the client's clock, and moves their files.</summary>
internal sealed class BulkFiles(ServiceClient client, AuthorizationData authorization, TimeProvider clock, Uri emulator) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Uploads the text of a file and gives the final status and the text of the result.</summary>
    public async Task<(string Status, byte[] Result)> UploadAsync(byte[] file, string responseMode)
    {
        var target = await CallAsync("GetBulkUploadUrl", new JsonObject { ["AccountId"] = Number(authorization.AccountId), ["ResponseMode"] = responseMode });
        await PostAsync(Text(target, "UploadUrl"), file);
        return await ResultAsync("GetBulkUploadStatus", Text(target, "RequestId"), "PendingFileUpload", "FileUploaded", "InProgress");
    }

    /// <summary>The same by a call that has the rows in itself.</summary>
    public async Task<(string Status, byte[] Result)> UploadRecordsAsync(IEnumerable<string> lines, string responseMode)
    {
        var answer = await CallAsync("UploadEntityRecords", new JsonObject
        {
            ["AccountId"] = Number(authorization.AccountId), ["ResponseMode"] = responseMode, ["EntityRecords"] = new JsonArray([.. lines.Select(static l => (JsonNode)JsonValue.Create(l)!)]),
        });
        var rows = (answer["EntityRecords"] as JsonArray ?? []).Select(static r => r!.GetValue<string>().TrimEnd('\r', '\n'));
        return (Text(answer, "RequestStatus"), Encoding.UTF8.GetBytes(string.Join("\r\n", rows)));
    }

    /// <summary>Downloads and gives the final status and the text of the file.</summary>
    public async Task<(string Status, byte[] Result)> DownloadAsync(JsonObject request)
    {
        var form = (JsonObject)request.DeepClone();
        var isByCampaigns = form.ContainsKey("Campaigns");
        if (!isByCampaigns) form["AccountIds"] = new JsonArray(Number(authorization.AccountId));
        form["CompressionType"] = "Zip";
        form["DownloadFileType"] = "Csv";
        form["FormatVersion"] = "6.0";
        var answer = await CallAsync(isByCampaigns ? "DownloadCampaignsByCampaignIds" : "DownloadCampaignsByAccountIds", form);
        return await ResultAsync("GetBulkDownloadStatus", Text(answer, "DownloadRequestId"), "InProgress");
    }

    public void Dispose() => _http.Dispose();

    private async Task<(string Status, byte[] Result)> ResultAsync(string operation, string id, params string[] open)
    {
        var answer = await JobLooks.UntilDoneAsync(
            () => CallAsync(operation, new JsonObject { ["RequestId"] = id }), a => open.Contains(Text(a, "RequestStatus")), clock);
        return (Text(answer, "RequestStatus"), answer["ResultFileUrl"]?.GetValue<string>() is { Length: > 0 } link ? await DownloadAsync(link) : []);
    }

    private async Task PostAsync(string address, byte[] file)
    {
        await authorization.Authentication!.PrepareAsync(refreshAutomatically: true);
        var headers = new RequestHeaders(HeaderTarget.Upload);
        authorization.EnrichHeaders(headers);
        using var body = new MultipartFormDataContent { { new ByteArrayContent(Zip(file)), "file", "rows.zip" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        foreach (var (name, value) in headers.AsSpan()) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new ScriptException($"The upload address answers {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task<byte[]> DownloadAsync(string link)
    {
        if (!new Uri(link).Authority.Equals(emulator.Authority, StringComparison.Ordinal)) throw new ScriptException("A link leads away from the emulator.");
        using var zip = new ZipArchive(new MemoryStream(await _http.GetByteArrayAsync(link)));
        await using var entry = await zip.Entries.Single().OpenAsync();
        using var text = new MemoryStream();
        await entry.CopyToAsync(text);
        return text.ToArray();
    }

    private static byte[] Zip(byte[] file)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("rows.csv").Open();
            entry.Write(file);
        }

        return target.ToArray();
    }

    private async Task<JsonObject> CallAsync(string operation, JsonObject request) => (await client.CallAsync(operation, request)).ToJson();

    private static JsonValue? Number(long? id) => id is { } number ? JsonValue.Create(number.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    private static string Text(JsonObject answer, string name) =>
        answer[name]?.GetValue<string>() ?? throw new ScriptException($"The answer has no {name}.");
}
