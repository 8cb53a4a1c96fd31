using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BingAds.Samples.Tests;

/// <summary>An emulator that the sample started, as it noted it.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Address">Where it listens.</param>
internal sealed record LeftEmulator(int ProcessId, Uri Address)
{
    public const string Submit = "Reporting.SubmitGenerateReport";

    /// <summary>Null if there is no note.</summary>
    public static LeftEmulator? Find(string folder)
    {
        try
        {
            var note = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".emulator", "world.db.json")))!;
            return new LeftEmulator(note["processId"]!.GetValue<int>(), new Uri(note["address"]!.GetValue<string>()));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>How many requests of an operation it got; null if it does not answer.</summary>
    public async Task<int?> CountAsync(HttpClient http, string call)
    {
        try
        {
            var answer = await http.GetFromJsonAsync<JsonObject>(new Uri(Address, $"_emulator/journal?call={call}"));
            return answer!["count"]!.GetValue<int>();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Whether the process runs. One that is dead and was not fetched by its parent does not.</summary>
    public bool IsAlive()
    {
        if (OperatingSystem.IsLinux())
        {
            var stat = $"/proc/{ProcessId.ToString(CultureInfo.InvariantCulture)}/stat";
            try
            {
                var text = File.ReadAllText(stat);
                return text[text.LastIndexOf(')')..].Split(' ')[1] is not ("Z" or "X");
            }
            catch (Exception e) when (e is IOException)
            {
                return false;
            }
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Kills it, as the end of a terminal or of a machine would.</summary>
    public async Task KillAsync()
    {
        using var process = Process.GetProcessById(ProcessId);
        process.Kill();
        while (IsAlive())
        {
            await Task.Delay(20);
        }
    }
}
