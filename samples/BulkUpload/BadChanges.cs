using BingAds.Bulk;

namespace BulkUpload;

/// <summary>Mistakes as they happen: a bid too low, one too high, an id that is not there, a match type that cannot be changed, a broken address.</summary>
internal static class BadChanges
{
    public static void Spread(List<BulkEntity> changes, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var keyword = ((BulkKeyword)changes[(int)((long)i * changes.Count / count)]).Keyword!;
            switch (i % 4)
            {
                case 0:
                    keyword.Bid = new() { Amount = 0.001 };
                    break;
                case 1:
                    keyword.Bid = new() { Amount = 5_000 };
                    break;
                case 2:
                    keyword.Id += 1_000_000_000_000;
                    break;
                default:
                    keyword.FinalUrls = ["not an address"];
                    break;
            }
        }
    }
}
