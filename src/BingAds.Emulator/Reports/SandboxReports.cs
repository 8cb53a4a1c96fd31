using System.Collections.Frozen;
using BingAds.Reporting;

namespace BingAds.Emulator.Reports;

/// <summary>The reports that have data in the service's sandbox.</summary>
internal static class SandboxReports
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.Ordinal, "AccountPerformance", "AdDynamicTextPerformance", "AdGroupPerformance", "AdPerformance", "CallDetail", "CampaignPerformance",
        "DestinationUrlPerformance", "KeywordPerformance", "UserLocationPerformance");

    public static bool Have(ReportType type) => s_names.Contains(type.Name);
}
