using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Bidding scheme by the name of its class.</summary>
internal static class SchemeTypeCell
{
    /// <param name="cell">The cell.</param>
    /// <param name="withMembers">Whether the record has columns for the scheme's members; then a bid without a cell is one without an amount.</param>
    public static BiddingScheme? Read(in BulkCell cell, bool withMembers)
    {
        var name = cell.ToString();
        if (Create(name) is not { } scheme)
        {
            return null;
        }

        scheme.Type = name;
        if (withMembers)
        {
            SchemeMemberCell.Begin(scheme);
        }

        return scheme;
    }

    public static void Write(BulkRowWriter row, int column, BiddingScheme? value)
    {
        if (value is not null)
        {
            row.Text(column, Name(value) ?? throw new FormatException($"The bidding scheme {value.GetType().Name} has no name in bulk files."));
        }
    }

    public static void ReadInherited(in BulkCell cell, BiddingScheme? scheme)
    {
        if (scheme is InheritFromParentBiddingScheme inherit)
        {
            inherit.InheritedBidStrategyType = cell.ToString();
        }
    }

    public static void WriteInherited(BulkRowWriter row, int column, BiddingScheme? scheme) =>
        row.Text(column, (scheme as InheritFromParentBiddingScheme)?.InheritedBidStrategyType);

    private static BiddingScheme? Create(string name) => name switch
    {
        "EnhancedCpc" => new EnhancedCpcBiddingScheme(),
        "InheritFromParent" => new InheritFromParentBiddingScheme(),
        "ManualCpc" => new ManualCpcBiddingScheme(),
        "MaxClicks" => new MaxClicksBiddingScheme(),
        "MaxConversions" => new MaxConversionsBiddingScheme(),
        "TargetCpa" => new TargetCpaBiddingScheme(),
        "MaxConversionValue" => new MaxConversionValueBiddingScheme(),
        "TargetRoas" => new TargetRoasBiddingScheme(),
        "TargetImpressionShare" => new TargetImpressionShareBiddingScheme(),
        "ManualCpv" => new ManualCpvBiddingScheme(),
        "ManualCpm" => new ManualCpmBiddingScheme(),
        "MaxRoas" => new MaxRoasBiddingScheme(),
        "Commission" => new CommissionBiddingScheme(),
        "PercentCpc" => new PercentCpcBiddingScheme(),
        "ManualCpa" => new ManualCpaBiddingScheme(),
        "CostPerSale" => new CostPerSaleBiddingScheme(),
        "MaxReach" => new MaxReachBiddingScheme(),
        "MaxImpressions" => new MaxImpressionsBiddingScheme(),
        _ => null,
    };

    private static string? Name(BiddingScheme scheme) => scheme switch
    {
        EnhancedCpcBiddingScheme => "EnhancedCpc",
        InheritFromParentBiddingScheme => "InheritFromParent",
        ManualCpcBiddingScheme => "ManualCpc",
        MaxClicksBiddingScheme => "MaxClicks",
        MaxConversionsBiddingScheme => "MaxConversions",
        TargetCpaBiddingScheme => "TargetCpa",
        MaxConversionValueBiddingScheme => "MaxConversionValue",
        TargetRoasBiddingScheme => "TargetRoas",
        TargetImpressionShareBiddingScheme => "TargetImpressionShare",
        ManualCpvBiddingScheme => "ManualCpv",
        ManualCpmBiddingScheme => "ManualCpm",
        MaxRoasBiddingScheme => "MaxRoas",
        CommissionBiddingScheme => "Commission",
        PercentCpcBiddingScheme => "PercentCpc",
        ManualCpaBiddingScheme => "ManualCpa",
        CostPerSaleBiddingScheme => "CostPerSale",
        MaxReachBiddingScheme => "MaxReach",
        MaxImpressionsBiddingScheme => "MaxImpressions",
        _ => null,
    };
}
