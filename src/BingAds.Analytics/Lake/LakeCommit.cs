using System.Text.Json;
using System.Text.Json.Serialization;

namespace BingAds.Analytics;

/// <summary>
/// What a replacement does, decided and written down before the first file is moved: whoever comes next finishes it if its process was killed. Paths are relative to the
/// lake.
/// </summary>
internal sealed record LakeCommit(IReadOnlyList<LakeMove> Moves, IReadOnlyList<string> Deletes)
{
    /// <summary>From here on the replacement counts.</summary>
    public string Save(LakeLayout layout)
    {
        var path = Path.Combine(layout.Commits, $"{Guid.NewGuid():N}.json");
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, this, LakeJson.Default.LakeCommit);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path);
        return path;
    }

    /// <summary>Does what is left to do; for the one who holds the data lock. Repeating it changes nothing.</summary>
    public static void Finish(LakeLayout layout, string path)
    {
        LakeCommit commit;
        using (var file = File.OpenRead(path))
        {
            commit = JsonSerializer.Deserialize(file, LakeJson.Default.LakeCommit)!;
        }

        foreach (var (from, to) in commit.Moves)
        {
            var source = layout.Full(from);
            if (File.Exists(source))
            {
                var target = layout.Full(to);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(source, target, overwrite: true);
            }
        }

        foreach (var delete in commit.Deletes)
        {
            Delete(layout.Full(delete));
        }

        File.Delete(path);
    }

    private static void Delete(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            return;
        }

        File.Delete(file);

        // The day, and the account once it has no day.
        for (var level = 0; level < 2 && !Directory.EnumerateFileSystemEntries(folder).Any(); level++)
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}

/// <summary>One file that takes its place.</summary>
internal sealed record LakeMove(string From, string To);

[JsonSerializable(typeof(LakeCommit))]
internal sealed partial class LakeJson : JsonSerializerContext;
