using BingAds.Surface.Tests.Contract;

namespace BingAds.Surface.Tests;

/// <summary>The six services as rows of a theory.</summary>
internal static class Services
{
    public static TheoryData<string> Rows => [.. ContractFile.All.Select(static c => c.Service)];

    /// <summary>Fails with all that is wrong at once, so that a slip of the generator shows its extent.</summary>
    public static void AssertNone(IReadOnlyCollection<string> wrong)
    {
        if (wrong.Count > 0)
            Assert.Fail($"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(50))}");
    }
}
