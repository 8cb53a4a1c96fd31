namespace BingAds.Testing;

/// <summary>A secret where none may be.</summary>
/// <param name="File">Name of the trace file.</param>
/// <param name="Line">Its line.</param>
/// <param name="Kind">What was recorded: log, exception, activity, address.</param>
/// <param name="Excerpt">The text around it.</param>
public sealed record SecretFind(string File, int Line, string Kind, string Excerpt)
{
    public override string ToString() => $"{File}:{Line} {Kind}: {Excerpt}";
}
