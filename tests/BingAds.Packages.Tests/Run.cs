using System.Diagnostics;

namespace BingAds.Packages.Tests;

/// <summary>What a program printed, both streams, and how it ended.</summary>
internal sealed record RunResult(int ExitCode, string Output);

/// <summary>Runs programs as a user would: without what the test run has put into the environment.</summary>
internal static class Run
{
    /// <summary>Runs <c>dotnet</c> and fails the test if it fails.</summary>
    public static async Task<string> DotnetAsync(string folder, string arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var result = await ProgramAsync("dotnet", folder, arguments.Split(' '), variables);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException($"dotnet {arguments} ended with {result.ExitCode}:\n{result.Output}");
    }

    public static async Task<RunResult> ProgramAsync(
        string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // A node that lives on would keep the output streams open.
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new RunResult(process.ExitCode, await output + await errors);
    }

    public static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("BINGADS_", StringComparison.Ordinal)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
