using System.Reflection;
using PublicApiGenerator;

namespace BingAds.Surface.Tests.Api;

/// <summary>
/// The public surface as text under api/, one file for each package and namespace, so that a review sees each change of it.
/// BINGADS_UPDATE_API=1 writes the files anew.
/// </summary>
public class PublicApiTests
{
    private static readonly bool s_update = Environment.GetEnvironmentVariable("BINGADS_UPDATE_API") == "1";

    public static TheoryData<string> Packages => PackageAssemblies.Names;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Public_surface_is_the_listed_one(string package)
    {
        var folder = Checkout.Path("api", package);
        var listings = Listings(package);
        if (s_update)
            Write(folder, listings);

        var wrong = new List<string>();
        foreach (var (name, text) in listings)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
                wrong.Add($"api/{package}/{name} is missing");
            else if (File.ReadAllText(path).ReplaceLineEndings("\n") != text)
                wrong.Add($"api/{package}/{name} differs:\n{FirstDifference(File.ReadAllLines(path), text.Split('\n'))}");
        }

        var stale = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt").Select(static f => Path.GetFileName(f)).Except(listings.Keys) : [];
        wrong.AddRange(stale.Select(s => $"api/{package}/{s} lists a namespace that is gone"));
        if (wrong.Count > 0)
            Assert.Fail($"If it is meant, run the test again with BINGADS_UPDATE_API=1 and commit api/.\n{string.Join('\n', wrong)}");
    }

    private static SortedDictionary<string, string> Listings(string package)
    {
        var assembly = PackageAssemblies.Of(package);
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, UseDenyNamespacePrefixesForExtensionMethods = false };
        var listings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in assembly.GetExportedTypes().Where(static t => !t.IsNested).GroupBy(static t => t.Namespace!))
        {
            options.IncludeTypes = [.. group];
            listings.Add(group.Key + ".txt", ApiGenerator.GeneratePublicApi(assembly, options).ReplaceLineEndings("\n").TrimEnd() + "\n");
        }

        return listings;
    }

    private static void Write(string folder, SortedDictionary<string, string> listings)
    {
        Directory.CreateDirectory(folder);
        foreach (var stale in Directory.GetFiles(folder, "*.txt"))
            File.Delete(stale);
        foreach (var (name, text) in listings)
            File.WriteAllText(Path.Combine(folder, name), text);
    }

    private static string FirstDifference(string[] listed, string[] actual)
    {
        var added = actual.Except(listed).Take(10).Select(static l => "+ " + l.Trim());
        var gone = listed.Except(actual).Take(10).Select(static l => "- " + l.Trim());
        var lines = added.Concat(gone).ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : "the order of its lines";
    }
}
