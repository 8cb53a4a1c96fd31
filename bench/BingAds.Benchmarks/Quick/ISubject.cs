namespace BingAds.Benchmarks.Quick;

/// <summary>One thing that is measured against its baselines. Register it in <see cref="SubjectList"/>.</summary>
internal interface ISubject
{
    string Name { get; }

    /// <summary>Measures; lines about what was done, the checksum among them, go to <paramref name="log"/>.</summary>
    Task<QuickResult> RunAsync(TextWriter log);
}
