using System.Reflection;
using BingAds.Analytics;
using BingAds.Emulator;

namespace BingAds.Surface.Tests;

/// <summary>The assemblies that are published, by the names of their packages.</summary>
internal static class PackageAssemblies
{
    public static TheoryData<string> Names => ["BingAds", "BingAds.Analytics", "BingAds.Emulator"];

    public static Assembly Of(string package) => package switch
    {
        "BingAds" => typeof(AuthorizationData).Assembly,
        "BingAds.Analytics" => typeof(ReportLake).Assembly,
        "BingAds.Emulator" => typeof(EmulatorHost).Assembly,
        _ => throw new ArgumentException($"No package '{package}'.", nameof(package)),
    };
}
