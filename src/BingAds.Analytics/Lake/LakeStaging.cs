namespace BingAds.Analytics;

/// <summary>The folder of one replacement under way. A lock beside it tells that its process lives; one without is left over and goes.</summary>
internal sealed class LakeStaging : IDisposable
{
    private readonly IDisposable _alive;
    private readonly string _lockPath;
    private readonly string _name;
    private int _files;

    public LakeStaging(LakeLayout layout)
    {
        layout.Create();
        IDisposable? alive;
        do
        {
            // Who sweeps may hold a lock for the moment in which it was made.
            _name = Guid.NewGuid().ToString("N");
            Folder = Path.Combine(layout.Staging, _name);
            _lockPath = Folder + ".lock";
            alive = LakeLock.TryOwn(_lockPath);
        }
        while (alive is null);

        _alive = alive;
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public string SpillPath => Path.Combine(Folder, "rows.spill");

    /// <summary>Path for a new file, from the root of the lake. It is no <c>.parquet</c>, so that nobody takes it for data.</summary>
    public string NewFile() => $".lake/staging/{_name}/{Interlocked.Increment(ref _files)}.tmp";

    /// <summary>Removes what killed processes have left.</summary>
    public static void Sweep(LakeLayout layout)
    {
        if (!Directory.Exists(layout.Staging))
        {
            return;
        }

        var names = Directory.EnumerateFileSystemEntries(layout.Staging).Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in names.Select(n => Path.Combine(layout.Staging, n!)))
        {
            using var dead = LakeLock.TryOwn(folder + ".lock");
            if (dead is not null)
            {
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }

                File.Delete(folder + ".lock");
            }
        }

        // Commits that were not decided.
        foreach (var file in Directory.EnumerateFiles(layout.Commits, "*.tmp"))
        {
            File.Delete(file);
        }
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _alive.Dispose();
        File.Delete(_lockPath);
    }
}
