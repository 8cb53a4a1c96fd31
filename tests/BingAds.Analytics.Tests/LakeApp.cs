using System.Diagnostics;

namespace BingAds.Analytics.Tests;

/// <summary>A process of the program Lake.App, which is killed or measured.</summary>
internal static class LakeApp
{
    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Lake.App.dll"), .. arguments]) { RedirectStandardOutput = true })!;
}
