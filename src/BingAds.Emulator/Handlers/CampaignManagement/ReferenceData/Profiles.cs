namespace BingAds.Emulator.Handlers.CampaignManagement.ReferenceData;

/// <summary>A few profiles of working people; the service knows many more, and every positive id is taken for one of them.</summary>
internal static class Profiles
{
    public static IReadOnlyList<(long Id, string Name)> Companies { get; } =
        [(808_251_207, "Harbour Example Freight"), (808_251_208, "Example Sails"), (808_251_209, "Lakeside Example Hotels"), (808_251_210, "Northern Example Bank")];

    public static IReadOnlyList<(long Id, string Name)> JobFunctions { get; } = [(806_227, "Engineering"), (806_228, "Sales"), (806_229, "Purchasing")];

    public static IReadOnlyList<(long Id, string Name)> Industries { get; } = [(807_658_654, "Shipping"), (807_658_655, "Tourism"), (807_658_656, "Retail")];

    public static IReadOnlyList<(long Id, string Name)> Of(string type) => type switch
    {
        "CompanyName" => Companies,
        "JobFunction" => JobFunctions,
        "Industry" => Industries,
        _ => [],
    };
}
