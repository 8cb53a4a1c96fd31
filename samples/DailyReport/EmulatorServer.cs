using System.Diagnostics;
using System.Runtime.InteropServices;
using BingAds.Emulator;

namespace DailyReport;

/// <summary>
/// What this program is when it is started as <c>DailyReport emulator --data FILE</c>: an emulator that keeps its world in a file. It notes beside it where it can be
/// found, and ends when that note is taken away.
/// </summary>
internal static partial class EmulatorServer
{
    /// <summary>Another process has the file already.</summary>
    public const int Taken = 3;

    /// <summary>Where an emulator notes who and where it is.</summary>
    public static string NoteOf(string data) => data + ".json";

    /// <summary>Held by the emulator as long as it lives.</summary>
    public static string LockOf(string data) => data + ".lock";

    public static async Task<int> RunAsync(string data)
    {
        LeaveSession();
        using var mine = FileLock.TryTake(LockOf(data));
        if (mine is null)
        {
            return Taken;
        }

        await using var host = EmulatorHost.Build(["--port", "0", "--data", data, "--job-seconds", "2", "--quiet"]);
        await host.OpenAsync();
        var note = new EmulatorNote(Environment.ProcessId, Process.GetCurrentProcess().StartTime.ToUniversalTime(), host.BaseAddress);
        WholeFile.Write(NoteOf(data), note);
        while (WholeFile.Read<EmulatorNote>(NoteOf(data)) == note)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        return 0;
    }

    // Ctrl+C at the terminal, or the end of the terminal, is meant for the program that started this one. Elsewhere than on Unix there is a console of its own.
    private static void LeaveSession()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetSid();
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSid();
}

/// <summary>What an emulator notes of itself.</summary>
internal sealed record EmulatorNote(int ProcessId, DateTime StartedAt, Uri Address);
