using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>Partial errors of two levels: for each item of the request that has any, those of its parts.</summary>
internal sealed class NestedErrors
{
    public List<BatchErrorCollection?> List { get; } = [];

    /// <param name="index">Place of the item.</param>
    /// <param name="parts">What is wrong with its parts, by their places.</param>
    public void Add(int index, ItemErrors parts)
    {
        if (parts.List.Count > 0)
            List.Add(new() { Index = index, BatchErrors = [.. parts.List.Select(static e => e!)], Type = "BatchErrorCollection" });
    }
}
