using System.Text;
using System.Text.Json;

namespace BingAds.Packages.Tests;

/// <summary>What is in the packages, and what comes with them.</summary>
[Collection(ReleaseCollection.Name)]
public class PackageTests
{
    public static TheoryData<string> Ids => ["BingAds", "BingAds.Analytics", "BingAds.Emulator"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_says_what_it_is(string id)
    {
        using var package = PackageFile.Open(id);

        Assert.Equal(id, package.Text("id"));
        Assert.Equal("MIT", package.Text("license"));
        Assert.Contains("not affiliated with microsoft", package.Text("description"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("microsoft-advertising", package.Text("tags"), StringComparison.Ordinal);
        Assert.NotEmpty(package.Text("authors")!);
        var repository = Assert.Single(package.All("repository"));
        Assert.Equal("git", (string?)repository.Attribute("type"));
        Assert.Matches("^[0-9a-f]{40}$", (string?)repository.Attribute("commit"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_has_the_readme_of_the_repository(string id)
    {
        using var package = PackageFile.Open(id);

        Assert.Equal(File.ReadAllText(Checkout.Path("README.md")), package.Read(package.Text("readme")!));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_has_its_documentation_beside_the_assembly(string id)
    {
        using var package = PackageFile.Open(id);

        Assert.Contains($"lib/net10.0/{id}.dll", package.Files);
        Assert.Contains("<member name=", package.Read($"lib/net10.0/{id}.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Symbols_are_in_a_package_of_their_own(string id)
    {
        using var symbols = PackageFile.Open(id, "snupkg");

        Assert.Contains($"lib/net10.0/{id}.pdb", symbols.Files);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Assembly_and_symbols_name_no_folder_of_this_machine(string id)
    {
        using var package = PackageFile.Open(id);
        using var symbols = PackageFile.Open(id, "snupkg");
        var root = Encoding.UTF8.GetBytes(Checkout.Root + Path.DirectorySeparatorChar);

        Assert.Equal(-1, package.Bytes($"lib/net10.0/{id}.dll").AsSpan().IndexOf(root));
        Assert.Equal(-1, symbols.Bytes($"lib/net10.0/{id}.pdb").AsSpan().IndexOf(root));
    }

    [Fact]
    public void BingAds_asks_for_these_packages_only()
    {
        using var package = PackageFile.Open("BingAds");

        Assert.Equal(
            ["Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "Polly.Core"],
            package.All("dependency").Select(static d => (string)d.Attribute("id")!).Order(StringComparer.Ordinal));
        Assert.Empty(package.All("frameworkReference"));
    }

    [Fact]
    public void Emulator_asks_for_the_same_version_of_BingAds()
    {
        using var package = PackageFile.Open("BingAds.Emulator");

        Assert.Equal(["BingAds", "Microsoft.Data.Sqlite"], package.All("dependency").Select(static d => (string)d.Attribute("id")!).Order(StringComparer.Ordinal));
        Assert.Equal(package.Text("version"), (string?)package.All("dependency").Single(static d => (string?)d.Attribute("id") == "BingAds").Attribute("version"));
        Assert.Equal("Microsoft.AspNetCore.App", (string?)Assert.Single(package.All("frameworkReference")).Attribute("name"));
    }

    [Fact]
    public void Analytics_asks_for_the_same_version_of_BingAds_and_for_what_reads_and_writes_columns()
    {
        using var package = PackageFile.Open("BingAds.Analytics");

        Assert.Equal(
            ["Apache.Arrow", "BingAds", "DuckDB.NET.Data.Full", "ParquetSharp"],
            package.All("dependency").Select(static d => (string)d.Attribute("id")!).Order(StringComparer.Ordinal));
        Assert.Equal(package.Text("version"), (string?)package.All("dependency").Single(static d => (string?)d.Attribute("id") == "BingAds").Attribute("version"));
        Assert.Empty(package.All("frameworkReference"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_in_the_resolved_graph_is_of_WCF_or_Newtonsoft(string id)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Checkout.Path("artifacts", "release", "obj", id, "project.assets.json")));
        var graph = assets.RootElement.GetProperty("libraries").EnumerateObject().Select(static l => l.Name).ToList();

        Assert.Contains(graph, static l => l.StartsWith("Polly.Core/", StringComparison.Ordinal));
        Assert.DoesNotContain(graph, static l => l.StartsWith("System.ServiceModel", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(graph, static l => l.StartsWith("Newtonsoft.", StringComparison.OrdinalIgnoreCase));
    }
}
