namespace BingAds.Files.Tests;

/// <summary>How much is tried: a little in every run, much with BINGADS_LONG=1.</summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("BINGADS_LONG") == "1";

    /// <summary>The first seed; BINGADS_SEED repeats a run.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("BINGADS_SEED"), out var seed) ? seed : 20_261_124;

    public static int Rows => IsOn ? 1_000_000 : 20_000;

    public static int Files => IsOn ? 20_000 : 400;
}
