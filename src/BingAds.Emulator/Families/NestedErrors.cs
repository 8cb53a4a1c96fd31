using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>Partial errors of two levels: for each item of the request that has any, those of its parts.</summary>
internal sealed class NestedErrors
{
    public List<BatchErrorCollection?> List { get; } = [];

    /// <summary>The form of errors that concern whole items: each is told by the outer object, none by parts.</summary>
    public static List<BatchErrorCollection?> OfItems(ItemErrors items) => items.List.ConvertAll<BatchErrorCollection?>(static e => new()
    {
        Code = e!.Code,
        ErrorCode = e.ErrorCode,
        FieldPath = e.FieldPath,
        Index = e.Index,
        Message = e.Message,
        BatchErrors = [],
        Type = "BatchErrorCollection",
    });

    /// <param name="index">Place of the item.</param>
    /// <param name="parts">What is wrong with its parts, by their places.</param>
    public void Add(int index, ItemErrors parts)
    {
        if (parts.List.Count > 0)
            List.Add(new() { Index = index, BatchErrors = [.. parts.List.Select(static e => e!)], Type = "BatchErrorCollection" });
    }
}
