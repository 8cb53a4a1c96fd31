using BingAds.Emulator.Api;

namespace BingAds.Emulator.Rules;

/// <summary>One page of a list: its place and size. There is no total; a page shorter than its size is the last.</summary>
internal readonly record struct PageRules(int Index, int Size)
{
    private const int LargestOfCampaigns = 1000;
    private const int Invalid = 201;

    /// <summary>For the lists of Campaign Management: the first thousand when nothing is said.</summary>
    /// <exception cref="ApiFaultException">A page of no size, too large, or before the first.</exception>
    public static PageRules Read(int? index, int? size, bool isGiven)
    {
        if (!isGiven)
            return new PageRules(0, LargestOfCampaigns);
        var page = new PageRules(index ?? 0, size ?? 0);
        return page.Index >= 0 && page.Size is > 0 and <= LargestOfCampaigns ? page : throw ApiFaultException.Operation(Invalid, "The page is not one of 1 to 1,000 items.");
    }

    public List<T> Of<T>(IReadOnlyList<T> all)
    {
        var from = (long)Index * Size;
        return from >= all.Count ? [] : [.. all.Skip((int)from).Take(Size)];
    }
}
