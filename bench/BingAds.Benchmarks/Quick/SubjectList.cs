using BingAds.Benchmarks.Subjects;

namespace BingAds.Benchmarks.Quick;

/// <summary>All subjects. To add one: a file under <c>Subjects/</c> and a line here.</summary>
internal static class SubjectList
{
    private static readonly Func<ISubject>[] s_makers =
    [
        static () => new RestWrite(),
        static () => new RestRead(),
        static () => new SoapWrite(),
        static () => new SoapRead(),
        static () => new SmallCalls(),
        static () => new ColdStart(),
    ];

    public static IEnumerable<string> Names => s_makers.Select(static m => m().Name);

    public static ISubject? Find(string name) =>
        s_makers.Select(static m => m()).FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
}
