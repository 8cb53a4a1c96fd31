namespace BingAds.Conformance.Scenarios;

/// <summary>Plays the scripts of a folder, one after the other, each in a fresh world.</summary>
public static class ScenarioRun
{
    /// <param name="folder">Where the scripts are.</param>
    /// <param name="transport">How calls travel.</param>
    /// <param name="emulator">An emulator that runs already; null for one of its own.</param>
    /// <param name="only">Beginnings of the names of the scripts to play; null for all.</param>
    /// <param name="told">Told each outcome as it comes.</param>
    /// <exception cref="ScriptException">There is no script to play, or no emulator.</exception>
    public static async Task<IReadOnlyList<ScriptOutcome>> RunAsync(
        string folder, ApiTransport transport, Uri? emulator = null, IReadOnlyList<string>? only = null, Action<ScriptOutcome>? told = null)
    {
        var outcomes = new List<ScriptOutcome>();
        var scripts = Script.LoadFolder(folder).Where(s => only is null || only.Any(o => s.Name == o || s.Name.StartsWith(o + "-", StringComparison.Ordinal))).ToList();
        if (scripts.Count == 0) throw new ScriptException($"There is no such script in '{folder}'.");
        await using var target = await EmulatorTarget.OpenAsync(emulator);
        foreach (var script in scripts)
        {
            var outcome = await ScriptPlayer.PlayAsync(script, target, transport);
            outcomes.Add(outcome);
            told?.Invoke(outcome);
        }

        return outcomes;
    }
}
