using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BingAds.Errors;
using BingAds.Reporting;

namespace BingAds.Conformance.Reports;

/// <summary>Reads a report file and tells all about it as one JSON line. What was read before an error is in it too.</summary>
internal static class ReportRun
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="file">The file, packed or plain.</param>
    /// <param name="columns">Names for a file without them; null to go by the file.</param>
    /// <param name="output">Gets the line.</param>
    /// <returns>Whether the file is whole.</returns>
    public static async Task<bool> RunAsync(string file, IReadOnlyList<string>? columns, TextWriter output)
    {
        await using var reader = ReportFileReader.Open(file, new() { Columns = columns, FileName = Path.GetFileName(file) });
        List<ColumnSum> sums = [];
        FileFormatException? failure = null;
        try
        {
            await reader.ReadHeaderAsync();
            sums = [.. Enumerable.Range(0, reader.Columns!.Count).Select(i => new ColumnSum(reader.Columns.Names[i], reader.Columns.TypeOf(i)))];
            await foreach (var row in reader.ReadRows())
            {
                for (var i = 0; i < sums.Count; i++)
                {
                    sums[i].Add(row[i]);
                }
            }
        }
        catch (FileFormatException e)
        {
            failure = e;
        }

        var line = new JsonObject
        {
            ["file"] = Path.GetFileName(file),
            ["format"] = reader.Format?.ToString().ToLowerInvariant(),
            ["header"] = reader.Header is { } header ? Header(header) : null,
            ["rows"] = reader.RowsRead,
            ["columns"] = new JsonArray([.. sums.Select(static s => s.ToJson())]),
            ["footer"] = reader.Footer,
            ["whole"] = failure is null,
        };
        if (failure is not null)
        {
            line["error"] = new JsonObject { ["fault"] = failure.Fault.ToString(), ["message"] = failure.Message };
        }

        await output.WriteLineAsync(line.ToJsonString(s_plain));
        return failure is null;
    }

    private static JsonObject Header(ReportHeader header) => new()
    {
        ["reportName"] = header.ReportName,
        ["startDate"] = Text(header.StartDate),
        ["endDate"] = Text(header.EndDate),
        ["timeZone"] = header.TimeZone?.ToString(),
        ["timeZoneText"] = header.TimeZoneText,
        ["timeZoneId"] = header.FindTimeZoneInfo()?.Id,
        ["standardOffset"] = header.StandardOffset?.ToString("c", CultureInfo.InvariantCulture),
        ["lastCompletedDay"] = Text(header.LastCompletedDay),
        ["lastCompletedHour"] = Text(header.LastCompletedHour),
        ["aggregation"] = header.Aggregation?.ToString(),
        ["filter"] = header.Filter,
        ["potentialIncompleteData"] = header.IsPotentiallyIncomplete,
        ["rowCount"] = header.RowCount,
        ["lines"] = new JsonArray([.. header.Lines.Select(static l => new JsonObject { ["name"] = l.Name, ["value"] = l.Value })]),
    };

    private static string? Text(DateOnly? date) => date?.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);

    private static string? Text(DateTimeOffset? time) => time?.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);
}
