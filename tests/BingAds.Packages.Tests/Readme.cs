using System.Text.RegularExpressions;

namespace BingAds.Packages.Tests;

/// <summary>The program that the README begins with.</summary>
internal static partial class Readme
{
    public static string FirstProgram()
    {
        var found = Program().Match(File.ReadAllText(Checkout.Path("README.md")).ReplaceLineEndings("\n"));
        return found.Success ? found.Groups[1].Value
            : throw new InvalidOperationException("README.md has no block ```csharp behind the line <!-- program: first -->.");
    }

    [GeneratedRegex(@"<!-- program: first -->\s*```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
