using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>The XML namespaces of one service.</summary>
internal static class Namespaces
{
    public static string Property(string key) => char.ToUpperInvariant(key[0]) + key[1..];

    public static string Write(Contract contract)
    {
        var code = CodeWriter.ForFile($"BingAds.V13.{contract.Service}", "BingAds.Contract");
        code.Block("internal static class Namespaces", () =>
        {
            foreach (var (key, uri) in contract.Namespaces.OrderBy(static p => p.Key, StringComparer.Ordinal))
            {
                code.Line($"public static readonly WireNamespace {Property(key)} = new(\"{uri}\");");
            }
        });
        return code.ToString();
    }
}
