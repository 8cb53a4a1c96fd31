namespace BingAds.Packages.Tests;

/// <summary>What a newcomer does: a new project, the two packages, the README's program, run.</summary>
[Collection(ReleaseCollection.Name)]
public sealed class ReadmeTests : IDisposable
{
    // Outside of the checkout, whose build settings would reach it there.
    private readonly string _folder = Directory.CreateTempSubdirectory("bingads-readme-").FullName;

    [Fact]
    public async Task First_program_of_the_readme_runs_as_it_stands()
    {
        using var package = PackageFile.Open("BingAds");
        var version = package.Text("version");
        var variables = await UseFolderFeedAsync();
        var project = Path.Combine(_folder, "First");
        Directory.CreateDirectory(project);
        await Run.DotnetAsync(project, "new console --no-restore", variables);
        await Run.DotnetAsync(project, $"add package BingAds --version {version}", variables);
        await Run.DotnetAsync(project, $"add package BingAds.Emulator --version {version}", variables);
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), Readme.FirstProgram() + "\n", TestContext.Current.CancellationToken);

        await Run.DotnetAsync(project, "build -warnaserror -nodeReuse:false", variables);
        var result = await Run.ProgramAsync("dotnet", project, ["run", "--no-build"], variables);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Winter shoes", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>
    /// Adds the folder of the fresh packages to the feeds that the machine has, and keeps them out of the machine's package folder, where a
    /// later build of the same version would not be seen. What is in that folder already is used from there.
    /// </summary>
    private async Task<Dictionary<string, string>> UseFolderFeedAsync()
    {
        var listed = await Run.DotnetAsync(_folder, "nuget locals global-packages --list --force-english-output");
        var machine = listed[(listed.IndexOf("global-packages:", StringComparison.Ordinal) + "global-packages:".Length)..].Trim();
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="fresh" value="{ReleaseBuild.Packages}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="machine" value="{machine}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        return new() { ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages") };
    }
}
