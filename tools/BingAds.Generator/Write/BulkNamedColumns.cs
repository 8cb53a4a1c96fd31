using BingAds.Generator.Model;
using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>The columns that have a converter of their own, by its name in the contract.</summary>
internal static class BulkNamedColumns
{
    public static string Read(BulkColumn column, BulkPath path, BulkTypes types) => column.Converter switch
    {
        "campaignType" => "CampaignTypeCell.Read(cell, this);",
        "campaignGoal" => "CampaignGoalCell.Read(cell, Campaign);",
        "dailyBudget" => "DailyBudgetCell.Read(cell, Campaign);",
        "schemeType" => $"if ({path.Parent} is {{ }} scheme) {{ scheme.BiddingScheme = SchemeTypeCell.Read(cell, {(column.WithMembers ? "true" : "false")}); }}",
        "schemeMember" => $"SchemeMemberCell.Read{column.Member}(cell, {path.Parent});",
        "inheritedSchemeType" => $"SchemeTypeCell.ReadInherited(cell, {path.Parent});",
        "pageFeedIds" => "PageFeedIdsCell.Read(cell, Campaign?.Settings);",
        "aiSearchEnabled" => "AISearchCell.Read(cell, Campaign);",
        "automationOptOut" => $"AutomationOptOutCell.Read{column.Member}(cell, Campaign?.Settings);",
        "coOpSetting" => $"CoOpCell.Read{column.Member}(cell, AdGroup);",
        "baseDomain" => "BaseDomainCell.Read(cell, AdGroup);",
        "priceTableRow" => $"PriceTableRowCell.Read{column.Member}(cell, PriceAdExtension, {column.Index});",
        "productScopeCondition" => $"ProductScopeCell.Read{column.Member}(cell, {path.ParentOf(2)}, {column.Index});",
        "criterionClass" => "AdGroupCriterion = CreateAdGroupCriterion(CriterionClassCell.Read(cell));",
        "partitionBid" => "PartitionBidCell.ReadAmount(cell, AdGroupCriterion);",
        "partitionMultiplier" => "PartitionBidCell.ReadMultiplier(cell, AdGroupCriterion);",
        "webpageCondition" => $"WebpageConditionCell.Read{column.Member}(cell, {path.ParentOf(2)}, {column.Index});",
        "hotelListing" => $"if ({path.ParentOf(2)} is {{ }} group{column.Member}) {{ (group{column.Member}.Listing ??= new Api.HotelListing()).{column.Member} = TextCell.Read(cell); }}",
        "listingGroupDimension" => $"if ({path.ParentOf(2)} is {{ }} group{column.Member}) {{ (group{column.Member}.Dimension ??= new Api.ProductCondition()).{column.Member} = TextCell.Read(cell); }}",
        _ => throw new InvalidDataException($"The column {column.Header} has no known converter '{column.Converter}'."),
    };

    public static string Write(BulkColumn column, BulkPath path, BulkTypes types, int slot, string canDelete) => column.Converter switch
    {
        "campaignType" => $"CampaignTypeCell.Write(row, {slot}, this);",
        "campaignGoal" => $"CampaignGoalCell.Write(row, {slot}, Campaign);",
        "dailyBudget" => $"DailyBudgetCell.Write(row, {slot}, Campaign);",
        "schemeType" => $"SchemeTypeCell.Write(row, {slot}, {path.Value});",
        "schemeMember" => $"SchemeMemberCell.Write{column.Member}(row, {slot}, {path.Parent}{(column.ValueKind == "double" ? "" : ", " + canDelete)});",
        "inheritedSchemeType" => $"SchemeTypeCell.WriteInherited(row, {slot}, {path.Parent});",
        "pageFeedIds" => $"PageFeedIdsCell.Write(row, {slot}, Campaign?.Settings);",
        "aiSearchEnabled" => $"BoolCell.Write(row, {slot}, {path.Value});",
        "automationOptOut" => $"AutomationOptOutCell.Write{column.Member}(row, {slot}, Campaign?.Settings);",
        "coOpSetting" when column.Member == "BidOption" => $"EnumCell.Write(row, {slot}, {path.Value});",
        "coOpSetting" => $"DoubleCell.Write(row, {slot}, {path.Value});",
        "baseDomain" => $"TextCell.Write(row, {slot}, {path.Value});",
        "priceTableRow" => $"PriceTableRowCell.Write{column.Member}(row, {slot}, PriceAdExtension, {column.Index});",
        "productScopeCondition" => $"ProductScopeCell.Write{column.Member}(row, {slot}, {path.ParentOf(2)}, {column.Index});",
        "criterionClass" => $"CriterionClassCell.Write(row, {slot}, AdGroupCriterion);",
        "partitionBid" or "partitionMultiplier" => $"DoubleCell.Write(row, {slot}, {path.Value});",
        "webpageCondition" => $"WebpageConditionCell.Write{column.Member}(row, {slot}, {path.ParentOf(2)}, {column.Index});",
        "hotelListing" or "listingGroupDimension" => $"TextCell.Write(row, {slot}, {path.Value});",
        _ => throw new InvalidDataException($"The column {column.Header} has no known converter '{column.Converter}'."),
    };

    /// <summary>What is done before the cells that are not first, and after all cells; null for nothing.</summary>
    public static (string? Begin, string? End) Around(BulkFile file, BulkColumn column, BulkPath path)
    {
        var slot = file.Column(column.Header);
        return column.Converter switch
        {
            "dailyBudget" => (null, "DailyBudgetCell.End(Campaign);"),
            "priceTableRow" when column is { Index: 0, Member: "Price" } => ("PriceTableRowCell.Begin(PriceAdExtension);", "PriceTableRowCell.End(PriceAdExtension);"),
            "productScopeCondition" when column is { Index: 0, Member: "Operand" } => ($"ProductScopeCell.Begin({path.ParentOf(2)});", $"ProductScopeCell.End({path.ParentOf(2)});"),
            "webpageCondition" when column is { Index: 0, Member: "Operand" } => ($"WebpageConditionCell.Begin({path.ParentOf(2)});", $"WebpageConditionCell.End({path.ParentOf(2)});"),
            "partitionBid" => (null, "PartitionBidCell.End(AdGroupCriterion);"),
            "schemeMember" when column.ValueKind == "stringOrDelete" => ($"SchemeMemberCell.Begin{column.Member}({path.Parent}, row.EmptyText({slot}));", null),
            "inheritedSchemeType" => ($"SchemeMemberCell.BeginInheritedBidStrategyType({path.Parent}, row.EmptyText({slot}));", null),
            "criterionClass" => ($"if (AdGroupCriterion is null) {{ row.Require(this, {slot}); AdGroupCriterion = CreateAdGroupCriterion(false); }}", null),
            "hotelListing" => ($"if (row.Has({slot}) && {path.ParentOf(2)} is {{ }} g{column.Member}) {{ (g{column.Member}.Listing ??= new Api.HotelListing()).{column.Member} ??= \"\"; }}", null),
            "listingGroupDimension" => ($"if ({path.ParentOf(2)} is {{ }} g{column.Member}) {{ (g{column.Member}.Dimension ??= new Api.ProductCondition()).{column.Member} ??= row.EmptyText({slot}); }}", null),
            _ => (null, null),
        };
    }
}
