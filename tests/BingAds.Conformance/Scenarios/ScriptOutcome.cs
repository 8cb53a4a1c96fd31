namespace BingAds.Conformance.Scenarios;

/// <summary>How a script went.</summary>
public enum ScriptVerdict
{
    Passed,
    Failed,

    /// <summary>A step needs what does not exist yet; the steps before it held.</summary>
    NotYet,
}

/// <summary>How a script went, at which step it ended, and why.</summary>
public sealed record ScriptOutcome(string Script, ScriptVerdict Verdict, int Step = 0, string Why = "")
{
    public override string ToString() => Verdict switch
    {
        ScriptVerdict.Passed => $"{Script}: passed",
        ScriptVerdict.NotYet => $"{Script}: not yet (step {Step} needs {Why})",
        _ => $"{Script}: failed at step {Step}: {Why.ReplaceLineEndings(" | ")}",
    };
}
