namespace BingAds.Bulk.Upload;

/// <summary>When to look at an upload: soon for a small one, then less and less often.</summary>
internal sealed class UploadSchedule
{
    private static readonly TimeSpan s_early = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;
    private readonly long _start;
    private TimeSpan _next;

    public UploadSchedule(long rows, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _next = TimeSpan.FromSeconds(Math.Clamp(rows / 2000.0, 1, 30));
    }

    public TimeSpan Next()
    {
        var wait = _next;
        var longest = TimeSpan.FromSeconds(_time.GetElapsedTime(_start) < s_early ? 15 : 60);
        _next = TimeSpan.FromTicks(Math.Max(wait.Ticks, (long)Math.Min(wait.Ticks * 1.5, longest.Ticks)));

        // Many who began together should not look together.
        return TimeSpan.FromTicks((long)(wait.Ticks * (0.8 + (Random.Shared.NextDouble() * 0.4))));
    }
}
