using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BingAds.Docs.Tests;

/// <summary>Every C# block of the README and of docs/ compiles against the packages as they are now.</summary>
public class SnippetTests
{
    // What a snippet may use without saying where it comes from; a local of the same name hides it.
    private const string Around = """
        using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks;
        using System.Text.Json.Nodes; using System.Xml.Linq;
        using Microsoft.Extensions.DependencyInjection; using Microsoft.Identity.Client;
        using BingAds; using BingAds.Bulk; using BingAds.Contract; using BingAds.Emulator; using BingAds.Errors; using BingAds.Reporting; using BingAds.V13.CampaignManagement;
        using MatchType = BingAds.V13.CampaignManagement.MatchType;
        using Predicate = BingAds.V13.CustomerManagement.Predicate;
        """;

    private const string Fields = """
        static AuthorizationData authorization = null!;
        static OAuthWithAuthorizationCode signIn = null!, northSignIn = null!;
        static CampaignManagementClient client = null!;
        static CustomerManagementClient customers = null!;
        static AddCampaignsRequest request = null!;
        static Campaign campaign = null!;
        static List<Keyword> keywords = null!, fiveThousand = null!;
        static List<Predicate> predicates = null!;
        static IServiceCollection services = null!;
        static string secret = "", clientSecret = "", refreshTokenFromTheSettings = "";
        static Dictionary<string, string?> session = null!;
        static ITokenStore store = null!, storeOfThisUser = null!;
        static Uri theWholeAddressOfTheRequest = null!;
        static CancellationToken cancellationToken = default;
        """;

    public static TheoryData<string, int, string> Blocks()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root(), "docs"), "*.md").Append(Path.Combine(Root(), "README.md")).Order(StringComparer.Ordinal))
        {
            foreach (var (line, code) in Snippets(File.ReadAllLines(file)))
            {
                data.Add(Path.GetFileName(file), line, code);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Snippet_compiles(string file, int line, string code)
    {
        var errors = Compile(code);

        Assert.True(errors.Count == 0, $"{file}, line {line}:\n{string.Join('\n', errors)}");
    }

    [Fact]
    public void Check_notices_a_snippet_that_does_not_compile() => Assert.NotEmpty(Compile("client.NoSuchOperationAsync();"));

    private static List<string> Compile(string code)
    {
        var lines = code.Split('\n');
        var usings = lines.Where(static l => l.StartsWith("using ", StringComparison.Ordinal) && l.TrimEnd().EndsWith(';') && !l.Contains("var ", StringComparison.Ordinal) && !l.Contains('(', StringComparison.Ordinal)).ToList();
        // A type stands behind the statements, as in a program.
        var type = Array.FindIndex(lines, static l => l.StartsWith("public sealed ", StringComparison.Ordinal));
        var types = type < 0 ? [] : lines[type..];
        var body = (type < 0 ? lines : lines[..type]).Select(l => usings.Contains(l) ? "" : l);
        var source = $"{Around}\n{string.Join('\n', usings.Where(static u => !Around.Contains(u.Trim(), StringComparison.Ordinal)))}\nstatic class Snippet\n{{\n{Fields}\nstatic async Task Run()\n{{\nawait Task.Yield();\n{string.Join('\n', body)}\n}}\n}}\n{string.Join('\n', types)}";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(
            "Snippet", [CSharpSyntaxTree.ParseText(source)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics()
            .Where(static d => d.Severity == DiagnosticSeverity.Error || d.Id.StartsWith("CS86", StringComparison.Ordinal))
            .Select(static d => d.ToString())];
    }

    private static IEnumerable<(int Line, string Code)> Snippets(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "```csharp")
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, static l => l.Trim() == "```");
            yield return (i + 1, string.Join('\n', lines[(i + 1)..end]));
            i = end;
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BingAds.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The repository was not found above the test's folder.");
    }
}
