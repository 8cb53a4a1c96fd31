using BingAds.Contract;

namespace BingAds.Reporting;

/// <summary>The texts of a list of columns, whatever their enum is.</summary>
internal static class ReportColumnNames
{
    public static string[]? Of<T>(List<T>? columns)
        where T : struct, IOpenEnum<T> => columns?.ConvertAll(static c => c.Value?.Text ?? "").ToArray();
}
