namespace BingAds.Emulator.Handlers.CampaignManagement.ReferenceData;

/// <summary>Shops of the Merchant Center: each customer has one.</summary>
internal static class Stores
{
    private const long First = 1_387_000;

    public static long Of(long customer) => First + (customer % 100_000);
}
