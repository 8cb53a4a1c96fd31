namespace BingAds.Packages.Tests;

/// <summary>
/// The packages, built once for all tests as a release is, in a folder apart: the tests' own build is not disturbed, and what is unchanged
/// is not compiled again on the next run.
/// </summary>
public sealed class ReleaseBuild : IAsyncLifetime
{
    /// <summary>Options that all builds here share, so that none compiles again what another has.</summary>
    internal static string Options => $"-c Release --artifacts-path {Checkout.Path("artifacts", "release")} -p:ContinuousIntegrationBuild=true -warnaserror -nodeReuse:false";

    internal static string Packages => Checkout.Path("artifacts", "release", "packages");

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Packages))
            Directory.Delete(Packages, recursive: true);
        foreach (var project in new[] { "BingAds", "BingAds.Analytics", "BingAds.Emulator" })
            await Run.DotnetAsync(Checkout.Root, $"pack src/{project} -o {Packages} {Options}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>All tests here are of one collection: they build in the same folder, and a machine has not that many cores.</summary>
[CollectionDefinition(Name)]
public sealed class ReleaseCollection : ICollectionFixture<ReleaseBuild>
{
    public const string Name = "release";
}
