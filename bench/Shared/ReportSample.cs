using System.Globalization;
using System.Text;

namespace BingAds.Bench;

/// <summary>
/// Makes a keyword report as the service writes it: nine lines about it, 20 columns, every value quoted, texts with doubled quotes, commas and a dash outside ASCII, a
/// footer. The same bytes for the same number of rows.
/// </summary>
internal sealed class ReportSample
{
    private static readonly string[] s_matchTypes = ["Exact", "Phrase", "Broad"];
    private static readonly string[] s_devices = ["Computer", "Smartphone", "Tablet"];
    private static readonly string[] s_networks = ["Bing and Yahoo! search", "Syndicated search partners", "Microsoft sites and select traffic"];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "TimePeriod", "AccountName", "AccountId", "CampaignName", "CampaignId", "AdGroupName", "AdGroupId", "Keyword", "KeywordId", "DeliveredMatchType", "DeviceType",
        "Network", "Impressions", "Clicks", "Ctr", "AverageCpc", "Spend", "Conversions", "QualityScore", "Revenue",
    ];

    public static void Write(Stream target, int rows)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        foreach (var line in (string[])
        [
            "Report Name: keywords", "Report Time: 3/1/2026, 3/31/2026", "Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana",
            "Last Completed Available Day: 4/2/2026 10:15:00 PM (GMT)", "Last Completed Available Hour: 4/2/2026 10:15:00 PM (GMT)", "Report Aggregation: Daily",
            "Report Filter: ", "Potential Incomplete Data: false", string.Create(CultureInfo.InvariantCulture, $"Rows: {rows}"),
        ])
        {
            writer.WriteLine($"\"{line}\"");
        }

        writer.WriteLine();
        writer.WriteLine(string.Join(',', Columns.Select(static c => $"\"{c}\"")));
        for (var i = 0; i < rows; i++)
        {
            Row(writer, i);
        }

        writer.WriteLine();
        writer.WriteLine("\"@2026 Microsoft Corporation. All rights reserved. \"");
    }

    private static void Row(StreamWriter writer, int i)
    {
        var (campaign, group, impressions, clicks) = (i / 20_000, i / 1_000, i % 997, i % 53);
        var cpc = 0.25m + (i % 500 / 100m);
        var spend = clicks * cpc;
        var conversions = clicks / 10;
        var ctr = impressions == 0 ? "" : (100m * clicks / impressions).ToString("0.00", CultureInfo.InvariantCulture) + "%";
        var quality = i % 7 == 0 ? "--" : ((i % 10) + 1).ToString(CultureInfo.InvariantCulture);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"\"2026-03-{(i % 31) + 1:00}\",\"Fabrikam Shoes\",\"180000001\",\"Campaign {campaign:000} – Winter, Sale\",\"{330_000_000 + campaign}\","));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"\"Ad Group {group:0000}\",\"{1_200_000_000 + group}\",\"red \"\"winter\"\" shoes {i}\",\"{300_000_000 + i}\",\"{s_matchTypes[i % 3]}\",\"{s_devices[i / 3 % 3]}\","));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"\"{s_networks[i / 9 % 3]}\",\"{impressions}\",\"{clicks}\",\"{ctr}\",\"{(clicks == 0 ? "" : cpc.ToString("0.00", CultureInfo.InvariantCulture))}\","));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\"{spend:0.00}\",\"{conversions}\",\"{quality}\",\"{conversions * 25.5m:0.00}\""));
    }
}
