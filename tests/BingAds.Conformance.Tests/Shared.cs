namespace BingAds.Conformance.Tests;

/// <summary>Finds the recordings that are kept outside of the repository, where somebody has them.</summary>
internal static class Shared
{
    /// <summary>A path below the shared folder; skips the test when there is none.</summary>
    public static string Need(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("BINGADS_SHARED") ?? BesideTheCheckout();
        Assert.SkipWhen(root is null || !Directory.Exists(root), "no shared recordings here: set BINGADS_SHARED");
        var path = Path.Combine([root!, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"the shared recordings have no {Path.Combine(parts)}");
        return path;
    }

    /// <summary>The root of the checkout that these tests were built from.</summary>
    public static string Checkout { get; } = Above(AppContext.BaseDirectory, static folder => File.Exists(Path.Combine(folder, "BingAds.slnx")))
        ?? throw new InvalidOperationException("The tests do not run inside a checkout.");

    private static string? BesideTheCheckout()
    {
        var root = Above(Checkout, static folder => Directory.Exists(Path.Combine(folder, "shared", "golden")));
        return root is null ? null : Path.Combine(root, "shared");
    }

    private static string? Above(string folder, Func<string, bool> isIt)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (isIt(at.FullName)) return at.FullName;
        }

        return null;
    }
}
