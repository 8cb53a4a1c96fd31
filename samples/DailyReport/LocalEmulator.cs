using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DailyReport;

/// <summary>An emulator in a process of its own that outlives this one: who is killed and started again finds it, and what it was asked to do is still under way.</summary>
/// <param name="data">The file of its world. If the process is gone, another one goes on with the same world.</param>
internal sealed class LocalEmulator(string data)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private string Note => EmulatorServer.NoteOf(data);

    /// <summary>The address of the one that runs, or of a new one.</summary>
    public async Task<Uri> FindOrStartAsync()
    {
        Process? child = null;
        try
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < s_patience; await Task.Delay(50))
            {
                if (await FindAsync() is { } note)
                {
                    return note.Address;
                }

                if (child is { HasExited: true, ExitCode: not EmulatorServer.Taken })
                {
                    throw new InvalidOperationException($"The emulator could not start: {await child.StandardError.ReadToEndAsync()}");
                }

                // The one that has the file may not have told its address yet; or it is about to end.
                if (child is null or { HasExited: true })
                {
                    child?.Dispose();
                    child = Start();
                }
            }
        }
        finally
        {
            child?.Dispose(); // Which does not end it.
        }

        throw new InvalidOperationException($"No emulator answers, and none could be started over '{data}'.");
    }

    /// <summary>Ends the one that runs, if one does. Never another process: it is asked by its own note, and its id is used only if it is surely its own.</summary>
    public async Task StopAsync()
    {
        var note = WholeFile.Read<EmulatorNote>(Note);
        if (note is not null)
        {
            File.Delete(Note);
        }

        // Without a note too: who was killed in here may have taken it away and waited no longer.
        for (var watch = Stopwatch.StartNew(); File.Exists(EmulatorServer.LockOf(data)); await Task.Delay(50))
        {
            if (FileLock.TryTake(EmulatorServer.LockOf(data)) is { } free)
            {
                File.Delete(EmulatorServer.LockOf(data));
                await free.DisposeAsync();
            }
            else if (watch.Elapsed > s_patience)
            {
                (note is null ? null : ProcessOf(note))?.Kill();
                throw new InvalidOperationException($"The emulator over '{data}' did not end in time.");
            }
        }
    }

    /// <summary>Asks at the noted address who is there: since the note was written, another program may have got the address, or the id.</summary>
    private async Task<EmulatorNote?> FindAsync()
    {
        if (WholeFile.Read<EmulatorNote>(Note) is not { } note || ProcessOf(note) is null)
        {
            return null;
        }

        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            var about = await http.GetFromJsonAsync<JsonObject>(new Uri(note.Address, "_emulator"));
            return about?["processId"]?.GetValue<int>() == note.ProcessId ? note : null;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static Process? ProcessOf(EmulatorNote note)
    {
        try
        {
            // The start time is counted from the start of the machine, and read again may differ by a little.
            var process = Process.GetProcessById(note.ProcessId);
            return (process.StartTime.ToUniversalTime() - note.StartedAt).Duration() < TimeSpan.FromSeconds(10) ? process : null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>This program once more, as an emulator. Its streams are its own: it must neither write into ours nor keep them open when we are gone.</summary>
    private Process Start()
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(LocalEmulator).Assembly.Location);
        }

        foreach (var word in (string[])["emulator", "--data", data])
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }
}
