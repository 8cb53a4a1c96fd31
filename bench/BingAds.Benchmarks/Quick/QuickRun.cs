namespace BingAds.Benchmarks.Quick;

/// <summary>The quick mode: one subject, some seconds, one JSON line at the end.</summary>
internal static class QuickRun
{
    public static async Task<int> RunAsync(string name, TextWriter output)
    {
        if (SubjectList.Find(name) is not { } subject)
        {
            await Console.Error.WriteLineAsync($"There is no subject '{name}'. There are: {string.Join(", ", SubjectList.Names)}");
            return 2;
        }

        await output.WriteLineAsync(MachineLine.Text());
        var result = await subject.RunAsync(output);
        await output.WriteLineAsync(result.ToJsonLine());
        return 0;
    }
}
