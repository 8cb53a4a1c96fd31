using System.Collections.Concurrent;
using System.Globalization;

namespace BingAds.Conformance.Reporting;

/// <summary>Collects checks and prints a line a service and transport, then each difference, then the sum.</summary>
public sealed class ConformanceReport
{
    private readonly ConcurrentQueue<Check> _checks = new();

    public int Passed => _checks.Count(static c => c.Passed);

    public int Failed => _checks.Count(static c => !c.Passed);

    public IEnumerable<Check> Failures => _checks.Where(static c => !c.Passed);

    public void Add(Check check) => _checks.Enqueue(check);

    /// <summary>Runs a check that reports its problems, and takes any exception as one more of them.</summary>
    public void Run(string service, string group, string name, Func<IEnumerable<string>> check)
    {
        List<string> problems;
        try
        {
            problems = check().ToList();
        }
        catch (Exception error)
        {
            problems = [Describe(error)];
        }

        Add(new Check(service, group, name, problems));
    }

    /// <summary>The same for a check that talks to a server.</summary>
    public async Task RunAsync(string service, string group, string name, Func<Task<IEnumerable<string>>> check)
    {
        List<string> problems;
        try
        {
            problems = (await check()).ToList();
        }
        catch (Exception error)
        {
            problems = [Describe(error)];
        }

        Add(new Check(service, group, name, problems));
    }

    public void Print(TextWriter output)
    {
        var groups = _checks.GroupBy(static c => (c.Service, c.Group))
            .OrderBy(static g => g.Key.Service, StringComparer.Ordinal)
            .ThenBy(static g => g.Key.Group, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var failed = group.Count(static c => !c.Passed);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{group.Key.Service} {group.Key.Group}: {group.Count() - failed} passed, {failed} failed"));
            foreach (var check in group.Where(static c => !c.Passed).OrderBy(static c => c.Name, StringComparer.Ordinal))
            {
                foreach (var problem in check.Problems) output.WriteLine($"  {check.Service}.{check.Name}: {problem}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed"));
    }

    internal static string Describe(Exception error)
    {
        var innermost = error.GetBaseException();
        var text = $"{error.GetType().Name}: {error.Message}";
        return ReferenceEquals(innermost, error) ? text : $"{text} <- {innermost.GetType().Name}: {innermost.Message}";
    }
}
