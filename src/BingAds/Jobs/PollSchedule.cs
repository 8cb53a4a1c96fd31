namespace BingAds.Jobs;

/// <summary>When to look at a job: soon at first, since small jobs take seconds, then less and less often. The service asks for 15 to 20 seconds, and a minute for large jobs.</summary>
internal sealed class PollSchedule
{
    private const double Growth = 1.5;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longestEarly = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly TimeSpan? _fixed;
    private readonly long _start;
    private TimeSpan _next;

    /// <param name="time">The clock.</param>
    /// <param name="first">The first wait; null for a second.</param>
    /// <param name="interval">The same wait each time; null for one that grows.</param>
    public PollSchedule(TimeProvider time, TimeSpan? first = null, TimeSpan? interval = null)
    {
        _time = time;
        _fixed = interval;
        _start = time.GetTimestamp();
        _next = first ?? s_first;
    }

    public TimeSpan Next()
    {
        if (_fixed is { } wanted)
        {
            return wanted;
        }

        var wait = _next;
        var longest = _time.GetElapsedTime(_start) < s_early ? s_longestEarly : s_longest;
        _next = TimeSpan.FromTicks(Math.Max(wait.Ticks, Math.Min((long)(wait.Ticks * Growth), longest.Ticks)));

        // A fifth more or less: many who began together should not look together.
        return TimeSpan.FromTicks((long)(wait.Ticks * (0.8 + (Random.Shared.NextDouble() * 0.4))));
    }
}
