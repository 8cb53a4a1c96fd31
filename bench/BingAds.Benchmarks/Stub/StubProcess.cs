using System.Diagnostics;
using System.Globalization;

namespace BingAds.Benchmarks.Stub;

/// <summary>This executable once more, as the server.</summary>
internal sealed class StubProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client = new();

    public StubProcess()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(StubProcess).Assembly.Location);
        }

        start.ArgumentList.Add("stub");
        _process = Process.Start(start)!;
        Address = new Uri(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The stub did not start."));
    }

    public Uri Address { get; }

    /// <summary>Connections accepted until now, that of this question included.</summary>
    public async Task<int> CountConnectionsAsync() =>
        int.Parse(await _client.GetStringAsync(new Uri(Address, StubServer.CountPath)), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
