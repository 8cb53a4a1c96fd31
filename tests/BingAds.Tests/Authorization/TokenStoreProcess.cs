using System.Diagnostics;
using System.Globalization;

namespace BingAds.Tests.Authorization;

/// <summary>A real process that rotates tokens in a file (the project TokenStore.App).</summary>
internal sealed class TokenStoreProcess : IDisposable
{
    private readonly Process _process;

    private TokenStoreProcess(Process process) => _process = process;

    /// <summary>Starts the process, and returns when it waits for <see cref="Go"/>.</summary>
    internal static async Task<TokenStoreProcess> StartAsync(Uri signIn, string path, int last)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "exec", Path.Combine(AppContext.BaseDirectory, "TokenStore.App.dll"), signIn.OriginalString, path, last.ToString(CultureInfo.InvariantCulture),
            },
        };
        var process = new TokenStoreProcess(Process.Start(start)!);
        if (await process._process.StandardOutput.ReadLineAsync() != "ready")
            Assert.Fail(await process._process.StandardError.ReadToEndAsync());
        return process;
    }

    internal void Go() => _process.StandardInput.WriteLine();

    /// <summary>Waits for the end.</summary>
    /// <returns>How many requests the process made.</returns>
    internal async Task<int> EndAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync();
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        Assert.Equal((0, ""), (_process.ExitCode, await errors));
        return int.Parse(output, CultureInfo.InvariantCulture);
    }

    /// <summary>Ends the process as the system does when it has no mercy.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
