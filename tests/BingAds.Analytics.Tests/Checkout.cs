namespace BingAds.Analytics.Tests;

/// <summary>Files of the checkout that the tests run in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string start)
    {
        for (var folder = start; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "BingAds.slnx")))
                return folder;
        }

        throw new InvalidOperationException("The tests must run inside the checkout: BingAds.slnx was not found above them.");
    }
}
