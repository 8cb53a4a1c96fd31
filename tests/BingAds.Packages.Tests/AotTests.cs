using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using BingAds.Emulator;

namespace BingAds.Packages.Tests;

/// <summary>A program with the package in it is compiled ahead of time without a warning, and does over both transports what it should.</summary>
[Collection(ReleaseCollection.Name)]
public partial class AotTests(AotPublish publish) : IClassFixture<AotPublish>
{
    [Fact]
    public void Publishing_gives_no_warning()
    {
        AotPublish.SkipWithoutTools();

        Assert.True(publish.Result!.ExitCode == 0, publish.Result.Output);
        Assert.DoesNotMatch(Warning(), publish.Result.Output);
    }

    [Theory]
    [InlineData("rest")]
    [InlineData("soap")]
    public async Task Native_program_makes_all_its_calls(string transport)
    {
        AotPublish.SkipWithoutTools();
        await using var emulator = await EmulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var result = await Run.ProgramAsync(AotPublish.Program, Checkout.Root, [emulator.BaseAddress.AbsoluteUri, transport]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("as expected", result.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\bwarning\b|\bIL[23]\d{3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}

/// <summary>Publishes tests/Aot.App once.</summary>
public sealed class AotPublish : IAsyncLifetime
{
    internal static string Program => Path.Combine(Folder, OperatingSystem.IsWindows() ? "Aot.App.exe" : "Aot.App");

    internal RunResult? Result { get; private set; }

    private static string Folder => Checkout.Path("artifacts", "release", "aot");

    public async ValueTask InitializeAsync()
    {
        if (MissingTool() is not null)
            return;
        var arguments = $"publish tests/Aot.App -r {RuntimeInformation.RuntimeIdentifier} -o {Folder} {ReleaseBuild.Options}";
        Result = await Run.ProgramAsync("dotnet", Checkout.Root, arguments.Split(' '));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static void SkipWithoutTools()
    {
        var missing = MissingTool();
        Assert.SkipWhen(missing is not null, $"Compiling ahead of time needs {missing}, which is not on this machine.");
    }

    // Elsewhere the platform's own tools are found, or not, by the compiler.
    private static string? MissingTool()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        return !Run.IsOnPath("clang") && !Run.IsOnPath("gcc") ? "clang or gcc"
            : !File.Exists("/usr/include/zlib.h") ? "zlib1g-dev"
            : null;
    }
}
