namespace BingAds.Tests;

/// <summary>Finds files of the checkout that the tests run in, and the reference facts that may stand beside it.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory, static d => File.Exists(Path.Combine(d, "BingAds.slnx")))
        ?? throw new InvalidOperationException("The tests must run inside the checkout: BingAds.slnx was not found above them.");

    /// <summary>A file of the reference folder; skips the test with a reason where there is none.</summary>
    public static string Shared(string path)
    {
        var folder = Environment.GetEnvironmentVariable("BINGADS_SHARED")
            ?? Find(Root, static d => Directory.Exists(Path.Combine(d, "shared", "reference"))) switch { { } d => Path.Combine(d, "shared"), null => null };
        Assert.SkipWhen(folder is null, "The reference facts are not beside this checkout, and BINGADS_SHARED is not set.");
        return Path.Combine(folder!, path);
    }

    private static string? Find(string start, Func<string, bool> isIt)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (isIt(folder))
                return folder;
        }

        return null;
    }
}
