using System.Text;
using System.Text.Json;
using BingAds.Bulk;

namespace BingAds.Conformance.Bulk;

/// <summary>What a row of cells becomes, for entities that are one row and for those that are not: error rows, bid suggestions, groups and unknown records.</summary>
internal static class CellSubject
{
    private static readonly Dictionary<string, string> s_bids = new(StringComparer.Ordinal)
    {
        ["BulkKeywordBestPositionBid"] = "Keyword Best Position Bid",
        ["BulkKeywordMainLineBid"] = "Keyword Main Line Bid",
        ["BulkKeywordFirstPageBid"] = "Keyword First Page Bid",
    };

    public static object Read(string className, IReadOnlyDictionary<string, string> cells, JsonElement? setup)
    {
        var buffer = new BulkRowBuffer(new BulkHeader([.. cells.Keys]));
        var index = 0;
        foreach (var text in cells.Values) buffer.Add(index++, Encoding.UTF8.GetBytes(text.Trim()));
        var row = buffer.Row(1);
        if (s_bids.TryGetValue(className, out var kind))
        {
            var keyword = new BulkKeyword();
            BulkBidRow.Read(row, keyword, kind);
            return kind switch
            {
                "Keyword Best Position Bid" => keyword.BidSuggestions!.BestPosition!,
                "Keyword Main Line Bid" => keyword.BidSuggestions!.MainLine!,
                _ => keyword.BidSuggestions!.FirstPage!,
            };
        }

        if (className == nameof(BulkError)) return BulkErrorRow.Read(row);
        if (className == nameof(UnknownBulkEntity))
        {
            var unknown = new UnknownBulkEntity();
            unknown.ReadAll(row);
            return unknown;
        }

        var type = KnownNames.FindClass(className) ?? throw new UnknownNameException($"unknown class {className}");
        if (type.IsSubclassOf(typeof(BulkNegativeSites))) return Group(type, row);
        var entity = Activator.CreateInstance(type) as SingleRecordBulkEntity ?? throw new UnknownNameException($"{className} is no record");
        if (setup is { } shape) EntityBuilder.Fill(entity, shape);
        entity.ReadRow(row);
        return entity;
    }

    public static List<Dictionary<string, string>> Write(string className, JsonElement shape)
    {
        if (s_bids.TryGetValue(className, out var kind))
        {
            var suggestion = (BulkKeywordBidSuggestion)EntityBuilder.Object(className, shape);
            return RowCodec.Collect(sink => BulkBidRow.Write(sink, kind switch
            {
                "Keyword Best Position Bid" => new BidSuggestionData { BestPosition = suggestion },
                "Keyword Main Line Bid" => new BidSuggestionData { MainLine = suggestion },
                _ => new BidSuggestionData { FirstPage = suggestion },
            }));
        }

        if (className == nameof(BulkError))
        {
            var error = (BulkError)EntityBuilder.Object(className, shape);
            return RowCodec.Collect(sink =>
            {
                BulkErrorRow.Write(sink.Begin(), error);
                sink.End();
            });
        }

        return RowCodec.Write(EntityBuilder.Entity(className, shape));
    }

    private static BulkNegativeSites Group(Type type, scoped in BulkRow row)
    {
        SingleRecordBulkEntity site = type == typeof(BulkCampaignNegativeSites) ? new BulkCampaignNegativeSite() : new BulkAdGroupNegativeSite();
        site.ReadRow(row);
        var group = BulkNegativeSites.Start(site)!;
        group.Close();
        return group;
    }
}
