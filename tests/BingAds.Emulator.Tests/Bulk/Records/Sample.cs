using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

/// <summary>Rows that are right, to be changed by tests.</summary>
internal static class Sample
{
    public static Dictionary<string, string> Campaign(string id = "-1", string name = "Boats")
        => Row("Campaign", "Id", id, "Parent Id", $"{DemoCredentials.AccountId}", "Campaign", name, "Status", "Active", "Campaign Type", "Search", "Budget Type", "DailyBudgetStandard", "Budget", "35", "Language", "English");

    public static Dictionary<string, string> AdGroup(string id = "-2", string campaign = "-1", string name = "Canoes")
        => Row("Ad Group", "Id", id, "Parent Id", campaign, "Ad Group", name, "Status", "Active", "Cpc Bid", "0.9", "Language", "English");

    public static Dictionary<string, string> Keyword(string text, string adGroup = "-2", string bid = "0.55")
        => Row("Keyword", "Parent Id", adGroup, "Keyword", text, "Match Type", "Phrase", "Status", "Active", "Bid", bid);

    public static Dictionary<string, string> SearchAd(string adGroup = "-2") => Row(
        "Responsive Search Ad", "Parent Id", adGroup, "Status", "Active",
        "Headline", """[{"text":"Canoes in stock"},{"text":"Paddle this weekend"},{"text":"Free trailer hire"}]""",
        "Description", """[{"text":"Wooden and folding canoes, ready to collect."},{"text":"Thirty days to change your mind."}]""",
        "Path 1", "boats", "Path 2", "canoe", "Final Url", "https://shop.example.com/canoe");
}
