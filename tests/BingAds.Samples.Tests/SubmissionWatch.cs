namespace BingAds.Samples.Tests;

/// <summary>
/// Looks at the journals of the emulators of a folder while they live, since they are gone with them. Submissions are over long before the sample ends an emulator, so the
/// last look has them all.
/// </summary>
internal sealed class SubmissionWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _looking;

    public SubmissionWatch(string folder) => _looking = LookAsync(folder);

    /// <summary>Submissions by emulator, in the order in which they were found.</summary>
    public Dictionary<LeftEmulator, int> Submissions { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _looking;
        _end.Dispose();
    }

    private async Task LookAsync(string folder)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        while (!_end.IsCancellationRequested)
        {
            if (LeftEmulator.Find(folder) is { } emulator && await emulator.CountAsync(http, LeftEmulator.Submit) is { } count)
            {
                Submissions[emulator] = Math.Max(count, Submissions.GetValueOrDefault(emulator));
            }

            await Task.Delay(30);
        }
    }
}
