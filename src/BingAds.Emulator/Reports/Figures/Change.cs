using BingAds.Emulator.Store;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>One change of an entity.</summary>
/// <param name="Item">What kind of entity.</param>
/// <param name="How">What was done.</param>
/// <param name="Time">When, in UTC.</param>
/// <param name="Row">The entity.</param>
internal sealed record Change(string Item, string How, DateTime Time, EntityRow Row)
{
    public required AccountNode Account { get; init; }

    public CampaignNode? Campaign { get; init; }

    public GroupNode? Group { get; init; }
}
