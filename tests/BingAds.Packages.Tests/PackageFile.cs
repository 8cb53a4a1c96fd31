using System.IO.Compression;
using System.Xml.Linq;

namespace BingAds.Packages.Tests;

/// <summary>A package as a feed sees it.</summary>
internal sealed class PackageFile : IDisposable
{
    private readonly ZipArchive _zip;

    private PackageFile(string path)
    {
        _zip = ZipFile.OpenRead(path);
        using var stream = _zip.Entries.Single(static e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        Metadata = XDocument.Load(stream).Root!.Elements().Single(static e => e.Name.LocalName == "metadata");
    }

    public XElement Metadata { get; }

    public IReadOnlyList<string> Files => [.. _zip.Entries.Select(static e => e.FullName)];

    public static PackageFile Open(string id, string extension = "nupkg") =>
        new(Directory.GetFiles(ReleaseBuild.Packages, $"{id}.?.*.{extension}").Single());

    public string? Text(string element) => Metadata.Elements().SingleOrDefault(e => e.Name.LocalName == element)?.Value;

    public IEnumerable<XElement> All(string element) => Metadata.Descendants().Where(e => e.Name.LocalName == element);

    public string Read(string file)
    {
        using var reader = new StreamReader(_zip.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    public byte[] Bytes(string file)
    {
        using var stream = _zip.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => _zip.Dispose();
}
