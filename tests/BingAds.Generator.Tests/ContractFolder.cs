namespace BingAds.Generator.Tests;

/// <summary>Finds contract/v13 by walking up from the test's own folder.</summary>
internal static class ContractFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = System.IO.Path.Combine(at.FullName, "contract", "v13");
            if (File.Exists(System.IO.Path.Combine(folder, "VERSION")))
                return folder;
        }

        throw new InvalidOperationException("The tests need contract/v13 in a folder above them.");
    }
}
