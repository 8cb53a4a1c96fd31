using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BingAds.Benchmarks.Quick;

namespace BingAds.Benchmarks.Subjects;

/// <summary>From the start of a process to the first bytes of its first request at a listener: compiled at run time (JIT) and ahead of time (AOT).</summary>
internal sealed class ColdStart : ISubject
{
    private const int Starts = 31;

    private static readonly (string Key, string Project, bool IsAot)[] s_programs =
    [
        ("ours_jit", "ColdStart.Ours", false),
        ("bare_jit", "ColdStart.Bare", false),
        ("ours_aot", "ColdStart.Ours", true),
        ("bare_aot", "ColdStart.Bare", true),
    ];

    public string Name => "cold-start";

    public async Task<QuickResult> RunAsync(TextWriter log)
    {
        var executables = s_programs.Select(p => (p.Key, Path: Publish(p.Project, p.IsAot, log))).ToList();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var times = executables.ToDictionary(static e => e.Key, static _ => new List<double>());
        var memory = executables.ToDictionary(static e => e.Key, static _ => 0.0);
        string? first = null;
        // The first round fills the disk cache and is not counted.
        for (var round = 0; round <= Starts; round++)
        {
            foreach (var (key, path) in executables)
            {
                var (milliseconds, peak, requestLine) = await StartAsync(path, listener);
                memory[key] = Math.Max(memory[key], peak);
                if (round > 0)
                {
                    times[key].Add(milliseconds);
                }

                first ??= requestLine;
                if (requestLine != first)
                {
                    throw new InvalidOperationException($"{key} asked for '{requestLine}', and not for '{first}'.");
                }
            }
        }

        log.WriteLine($"checksum all  {first}");
        var medians = times.ToDictionary(static t => t.Key, static t => t.Value.Order().ElementAt(t.Value.Count / 2));
        var result = new QuickResult(Name, "starts/s") { Ours = 1000 / medians["ours_jit"] };
        result.Baselines["httpclient"] = 1000 / medians["bare_jit"];
        result.Baselines["ours_aot"] = 1000 / medians["ours_aot"];
        result.Baselines["httpclient_aot"] = 1000 / medians["bare_aot"];
        foreach (var (key, milliseconds) in medians)
        {
            result.Add($"{key}_ms", Math.Round(milliseconds, 1));
        }

        result.Add("program_peak_rss_mb", memory);
        result.Add("jit_ratio", Math.Round(medians["ours_jit"] / medians["bare_jit"], 3));
        result.Add("aot_ratio", Math.Round(medians["ours_aot"] / medians["bare_aot"], 3));
        return result;
    }

    private static async Task<(double Milliseconds, double PeakMegabytes, string RequestLine)> StartAsync(string path, TcpListener listener)
    {
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var start = new ProcessStartInfo(path) { ArgumentList = { $"http://127.0.0.1:{port}/" } };
        var watch = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        using var socket = await listener.AcceptSocketAsync();
        var buffer = new byte[8192];
        var read = await socket.ReceiveAsync(buffer);
        var elapsed = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        process.Refresh();
        var peak = Math.Round(process.PeakWorkingSet64 / 1e6, 1);
        // Answered, so that the program ends by itself; its time is over already.
        await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 16\r\nConnection: close\r\n\r\n{\"Campaigns\":[]}"u8.ToArray());
        socket.Shutdown(SocketShutdown.Send);
        while (await socket.ReceiveAsync(buffer.AsMemory(read)) > 0)
        {
            // The request's rest.
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{path} ended with {process.ExitCode}.");
        }

        var text = System.Text.Encoding.ASCII.GetString(buffer, 0, read);
        return (elapsed, peak, text[..text.IndexOf('\r', StringComparison.Ordinal)]);
    }

    private static string Publish(string project, bool isAot, TextWriter log)
    {
        var root = FindRoot();
        var output = Path.Combine(root, "artifacts", "coldstart", $"{project}-{(isAot ? "aot" : "jit")}");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish", Path.Combine(root, "bench", project), "-c", "Release", "-o", output, "-v", "quiet", "--nologo", $"-p:PublishAot={(isAot ? "true" : "false")}",
            },
            RedirectStandardOutput = true,
        };
        log.WriteLine($"publishing {project} ({(isAot ? "AOT" : "JIT")})");
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(output, project) : throw new InvalidOperationException(text);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BingAds.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("This subject needs the sources: run it in a checkout.");
    }
}
