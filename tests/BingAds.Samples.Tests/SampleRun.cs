using System.Diagnostics;

namespace BingAds.Samples.Tests;

/// <summary>The sample as a user starts it, in its own process.</summary>
internal sealed class SampleRun : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly List<(string Part, int Count, TaskCompletionSource Seen)> _awaited = [];

    private SampleRun(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Take(e.Data);
        _process.ErrorDataReceived += (_, e) => Take(e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything it has said.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public static SampleRun Start(string folder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "DailyReport.dll"), "--out", folder, .. more])
        {
            start.ArgumentList.Add(word);
        }

        return new SampleRun(start);
    }

    /// <summary>Waits for so many lines that have this in them.</summary>
    public Task LinesAsync(string part, int count = 1)
    {
        lock (_lines)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((part, count, seen));
            Look();
            return seen.Task.WaitAsync(s_patience);
        }
    }

    /// <summary>The exit code. Its output has to end with it: what it leaves behind must not keep it open.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(s_patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Kills it as <c>kill -9</c> does, and nothing else; false if it had ended before.</summary>
    public async Task<bool> KillAsync()
    {
        _process.Kill();
        var code = await EndAsync();
        return code != 0;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
            Look();
        }
    }

    private void Look()
    {
        foreach (var (part, count, seen) in _awaited)
        {
            if (_lines.Count(l => l.Contains(part, StringComparison.Ordinal)) >= count)
            {
                seen.TrySetResult();
            }
        }
    }
}
