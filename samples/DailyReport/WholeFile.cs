using System.Text.Json;

namespace DailyReport;

/// <summary>Small JSON files that are there whole or not at all, whenever the process is killed.</summary>
internal static class WholeFile
{
    private static readonly JsonSerializerOptions s_form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write<T>(string path, T value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = path + ".half";
        File.WriteAllText(half, JsonSerializer.Serialize(value, s_form));
        File.Move(half, path, overwrite: true);
    }

    /// <summary>Null if there is no such file.</summary>
    public static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), s_form);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
