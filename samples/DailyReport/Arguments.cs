namespace DailyReport;

/// <summary>The command line. Secrets are not on it: everybody on a machine can read that.</summary>
/// <param name="Folder">Where the files go.</param>
/// <param name="Emulator">An emulator that runs already; null for one of our own.</param>
/// <param name="IsReal">Whether the real service is asked, with what is in the environment.</param>
internal sealed record Arguments(string Folder, Uri? Emulator, bool IsReal)
{
    public const string Usage = """
        usage: DailyReport --out DIR [--emulator URL | --real]

          --out DIR        where the Parquet files go; what is under way is kept there too, so start it again with the same
          --emulator URL   pull from this emulator; without it, one is started and lives until the pull is done
          --real           pull from Microsoft Advertising: see README.md for the environment variables
        """;

    /// <summary>Null if the words make no sense.</summary>
    public static Arguments? Parse(IReadOnlyList<string> words)
    {
        var (folder, emulator, isReal) = ((string?)null, (Uri?)null, false);
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--out" when i + 1 < words.Count:
                    folder = Path.GetFullPath(words[++i]);
                    break;
                case "--emulator" when i + 1 < words.Count && Uri.TryCreate(words[i + 1].TrimEnd('/') + "/", UriKind.Absolute, out emulator):
                    i++;
                    break;
                case "--real":
                    isReal = true;
                    break;
                default:
                    return null;
            }
        }

        return folder is null || (isReal && emulator is not null) ? null : new Arguments(folder, emulator, isReal);
    }
}
