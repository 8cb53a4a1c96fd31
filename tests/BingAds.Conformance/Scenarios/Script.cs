using System.Text.Json.Nodes;

namespace BingAds.Conformance.Scenarios;

/// <summary>A call script: a name and the steps to play.</summary>
public sealed record Script(string Name, string Goal, IReadOnlyList<ScriptStep> Steps)
{
    /// <exception cref="ScriptException">The text is no call script.</exception>
    public static Script Parse(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject root || root["steps"] is not JsonArray steps)
        {
            throw new ScriptException("A call script is an object with 'steps'.");
        }

        return new Script(
            root["name"]?.GetValue<string>() ?? throw new ScriptException("A call script has a 'name'."),
            root["goal"]?.GetValue<string>() ?? "",
            steps.Select(static step => new ScriptStep(step as JsonObject ?? throw new ScriptException("A step is an object."))).ToList());
    }

    /// <summary>All scripts of a folder, in the order of their file names.</summary>
    public static IReadOnlyList<Script> LoadFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(static file => Parse(File.ReadAllText(file))).ToList();
}
