namespace BingAds.Emulator.Tests.Api;

/// <summary>Entities that nothing is wrong with.</summary>
internal static class Valid
{
    public const string Campaign = """
        {"Name": "Tents", "CampaignType": "Search", "BudgetType": "DailyBudgetStandard", "DailyBudget": 12.5, "Languages": ["English"], "TimeZone": "PacificTimeUSCanadaTijuana"}
        """;

    public const string AdGroup = """
        {"Name": "Two-person tents", "CpcBid": {"Amount": 0.8}, "Language": "English", "StartDate": {"Day": 1, "Month": 3, "Year": 2027}}
        """;

    public const string Keyword = """
        {"Text": "light tent", "MatchType": "Exact", "Bid": {"Amount": 0.5}}
        """;

    public const string Ad = """
        {
          "Type": "ResponsiveSearch", "FinalUrls": ["https://shop.example.com/tents"], "Path1": "tents", "Path2": "light",
          "Headlines": [
            {"Asset": {"Type": "TextAsset", "Text": "Tents for two"}}, {"Asset": {"Type": "TextAsset", "Text": "Packs small"}}, {"Asset": {"Type": "TextAsset", "Text": "Sent today"}}],
          "Descriptions": [{"Asset": {"Type": "TextAsset", "Text": "Stands in two minutes."}}, {"Asset": {"Type": "TextAsset", "Text": "Weighs less than a litre of milk."}}]
        }
        """;

    public const string Budget = """{"Name": "Camping", "Amount": 50, "BudgetType": "DailyBudgetStandard"}""";

    public const string Label = """{"Name": "Spring", "Description": "Until May", "ColorCode": "#00AA11"}""";
}
