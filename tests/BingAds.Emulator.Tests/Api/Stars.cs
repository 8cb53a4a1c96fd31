using System.Globalization;
using System.Text.RegularExpressions;

namespace BingAds.Emulator.Tests.Api;

/// <summary>Long texts in test data: <c>"*129"</c> stands for 129 letters.</summary>
internal static partial class Stars
{
    public static string Expand(string json) => Star().Replace(json, static m => $"\"{new string('n', int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))}\"");

    [GeneratedRegex("\"\\*([0-9]+)\"")]
    private static partial Regex Star();
}
