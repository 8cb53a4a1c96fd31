using System.Diagnostics;

namespace BingAds.Emulator.Tests.Descriptions;

/// <summary>Programs in JavaScript that know the emulator only by its descriptions: <c>tests/OtherLanguages</c>.</summary>
internal static class OtherLanguages
{
    /// <summary>Runs one; it tells each thing that it has done in a line <c>ok ...</c>.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string script, params string[] args)
    {
        var folder = Path.Combine(Root(), "tests", "OtherLanguages");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules", "soap")), "The programs in other languages need Node.js and 'npm install' in tests/OtherLanguages.");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(script);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        Assert.True(process.ExitCode == 0, $"{script} failed:\n{await output}\n{await errors}");
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static l => l.StartsWith("ok ", StringComparison.Ordinal)).Select(static l => l[3..])];
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BingAds.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The checkout was not found above the tests.");
    }
}
