namespace BingAds.Analytics.Tests;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bingads-lake-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>All files, from the folder, with slashes, without what the lake keeps for itself between its actions.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/'))
        .Where(static f => !f.EndsWith(".lake/data.lock", StringComparison.Ordinal) && !f.EndsWith(".lake/turn.lock", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
