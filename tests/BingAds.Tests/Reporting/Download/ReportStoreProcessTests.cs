using System.Diagnostics;
using System.Globalization;

namespace BingAds.Tests.Reporting.Download;

/// <summary>Real processes (the project ReportStore.App) that share a folder of jobs.</summary>
public class ReportStoreProcessTests
{
    private const int Reports = 30;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_processes_that_want_the_same_reports_submit_each_once()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = ["Pending", "Pending", "Success"];
        using var folder = new TemporaryFolder();

        var processes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(f.Stub.Address, folder.Path)));
        await Task.WhenAll(processes.Select(static p => p.StandardInput.WriteLineAsync()));
        var submitted = await Task.WhenAll(processes.Select(EndAsync));

        Assert.Equal(Reports, submitted.Sum());
        Assert.Equal(Reports, f.Stub.Attempts);
        Assert.Equal(Reports, Directory.GetFiles(folder.Path, "*.job").Length);
    }

    [Fact]
    public async Task Process_that_is_started_after_one_that_was_killed_submits_what_that_one_did_not()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = ["Pending"];
        using var folder = new TemporaryFolder();
        var victim = await StartAsync(f.Stub.Address, folder.Path);
        await victim.StandardInput.WriteLineAsync();

        // All that may run at once are taken and looked at, so that the answers of all are in the folder.
        while (f.Stub.Attempts < 10 || f.Stub.Looks < 40)
        {
            await Task.Delay(5, Ct);
        }

        victim.Kill();
        await victim.WaitForExitAsync(Ct);
        victim.Dispose();
        f.Stub.Plan = ["Success"];
        for (var i = 1; i <= 10; i++)
        {
            f.Stub.Say($"report {i}", "Success");
        }

        var next = await StartAsync(f.Stub.Address, folder.Path);
        await next.StandardInput.WriteLineAsync();
        Assert.Equal(Reports - 10, await EndAsync(next));
        Assert.Equal(Reports, f.Stub.Attempts);
    }

    private static async Task<Process> StartAsync(Uri service, string folder)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "ReportStore.App.dll"), service.OriginalString, folder, Reports.ToString(CultureInfo.InvariantCulture) },
        })!;
        if (await process.StandardOutput.ReadLineAsync(Ct) != "ready")
        {
            Assert.Fail(await process.StandardError.ReadToEndAsync(Ct));
        }

        return process;
    }

    private static async Task<int> EndAsync(Process process)
    {
        using var ended = process;
        var errors = process.StandardError.ReadToEndAsync(Ct);
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.Equal((0, ""), (process.ExitCode, await errors));
        return int.Parse(output, CultureInfo.InvariantCulture);
    }
}
