using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Members of bidding schemes. A cell that the record's scheme has no member for is ignored.</summary>
internal static class SchemeMemberCell
{
    /// <summary>A scheme with a highest bid always has one, without an amount if its cell is empty.</summary>
    public static void Begin(BiddingScheme scheme)
    {
        SetMaxCpc(scheme, new Bid());
        if (scheme is MaxImpressionsBiddingScheme impressions)
        {
            impressions.MaxCpm = new Bid();
        }
    }

    /// <summary>What the text is without a cell.</summary>
    public static void BeginTargetAdPosition(BiddingScheme? scheme, string? empty)
    {
        if (scheme is TargetImpressionShareBiddingScheme share)
        {
            share.TargetAdPosition ??= empty;
        }
    }

    /// <inheritdoc cref="BeginTargetAdPosition"/>
    public static void BeginInheritedBidStrategyType(BiddingScheme? scheme, string? empty)
    {
        if (scheme is InheritFromParentBiddingScheme inherit)
        {
            inherit.InheritedBidStrategyType ??= empty;
        }
    }

    public static void ReadMaxCpc(in BulkCell cell, BiddingScheme? scheme) => SetMaxCpc(scheme, ClearableBidCell.Read(cell));

    public static void WriteMaxCpc(BulkRowWriter row, int column, BiddingScheme? scheme, bool canDelete) => ClearableBidCell.Write(row, column, scheme switch
    {
        MaxClicksBiddingScheme s => s.MaxCpc,
        MaxConversionsBiddingScheme s => s.MaxCpc,
        MaxRoasBiddingScheme s => s.MaxCpc,
        TargetCpaBiddingScheme s => s.MaxCpc,
        TargetImpressionShareBiddingScheme s => s.MaxCpc,
        TargetRoasBiddingScheme s => s.MaxCpc,
        _ => null,
    }, canDelete);

    public static void ReadMaxCpm(in BulkCell cell, BiddingScheme? scheme)
    {
        if (scheme is MaxImpressionsBiddingScheme impressions)
        {
            impressions.MaxCpm = ClearableBidCell.Read(cell);
        }
    }

    public static void WriteMaxCpm(BulkRowWriter row, int column, BiddingScheme? scheme, bool canDelete) =>
        ClearableBidCell.Write(row, column, (scheme as MaxImpressionsBiddingScheme)?.MaxCpm, canDelete);

    public static void ReadTargetCpa(in BulkCell cell, BiddingScheme? scheme)
    {
        switch (scheme)
        {
            case MaxConversionsBiddingScheme s0: s0.TargetCpa = DoubleCell.Read(cell); break;
            case TargetCpaBiddingScheme s1: s1.TargetCpa = DoubleCell.Read(cell); break;
        }
    }

    public static void WriteTargetCpa(BulkRowWriter row, int column, BiddingScheme? scheme) => DoubleCell.Write(row, column, scheme switch
    {
        MaxConversionsBiddingScheme s => s.TargetCpa,
        TargetCpaBiddingScheme s => s.TargetCpa,
        _ => null,
    });

    public static void ReadTargetRoas(in BulkCell cell, BiddingScheme? scheme)
    {
        switch (scheme)
        {
            case MaxConversionValueBiddingScheme s0: s0.TargetRoas = DoubleCell.Read(cell); break;
            case TargetRoasBiddingScheme s1: s1.TargetRoas = DoubleCell.Read(cell); break;
        }
    }

    public static void WriteTargetRoas(BulkRowWriter row, int column, BiddingScheme? scheme) => DoubleCell.Write(row, column, scheme switch
    {
        MaxConversionValueBiddingScheme s => s.TargetRoas,
        TargetRoasBiddingScheme s => s.TargetRoas,
        _ => null,
    });

    public static void ReadTargetImpressionShare(in BulkCell cell, BiddingScheme? scheme)
    {
        switch (scheme)
        {
            case TargetImpressionShareBiddingScheme s0: s0.TargetImpressionShare = DoubleCell.Read(cell); break;
        }
    }

    public static void WriteTargetImpressionShare(BulkRowWriter row, int column, BiddingScheme? scheme) => DoubleCell.Write(row, column, scheme switch
    {
        TargetImpressionShareBiddingScheme s => s.TargetImpressionShare,
        _ => null,
    });

    public static void ReadMaxPercentCpc(in BulkCell cell, BiddingScheme? scheme)
    {
        switch (scheme)
        {
            case PercentCpcBiddingScheme s0: s0.MaxPercentCpc = DoubleCell.Read(cell); break;
        }
    }

    public static void WriteMaxPercentCpc(BulkRowWriter row, int column, BiddingScheme? scheme) => DoubleCell.Write(row, column, scheme switch
    {
        PercentCpcBiddingScheme s => s.MaxPercentCpc,
        _ => null,
    });

    public static void ReadCommissionRate(in BulkCell cell, BiddingScheme? scheme)
    {
        switch (scheme)
        {
            case CommissionBiddingScheme s0: s0.CommissionRate = DoubleCell.Read(cell); break;
        }
    }

    public static void WriteCommissionRate(BulkRowWriter row, int column, BiddingScheme? scheme) => DoubleCell.Write(row, column, scheme switch
    {
        CommissionBiddingScheme s => s.CommissionRate,
        _ => null,
    });

    public static void ReadTargetCostPerSale(in BulkCell cell, BiddingScheme? scheme)
    {
        switch (scheme)
        {
            case CostPerSaleBiddingScheme s0: s0.TargetCostPerSale = DoubleCell.Read(cell); break;
        }
    }

    public static void WriteTargetCostPerSale(BulkRowWriter row, int column, BiddingScheme? scheme) => DoubleCell.Write(row, column, scheme switch
    {
        CostPerSaleBiddingScheme s => s.TargetCostPerSale,
        _ => null,
    });

    public static void ReadTargetAdPosition(in BulkCell cell, BiddingScheme? scheme)
    {
        if (scheme is TargetImpressionShareBiddingScheme share)
        {
            share.TargetAdPosition = cell.ToString();
        }
    }

    public static void WriteTargetAdPosition(BulkRowWriter row, int column, BiddingScheme? scheme, bool canDelete) =>
        ClearableTextCell.Write(row, column, (scheme as TargetImpressionShareBiddingScheme)?.TargetAdPosition, canDelete);

    public static void ReadInheritedBidStrategyType(in BulkCell cell, BiddingScheme? scheme) => SchemeTypeCell.ReadInherited(cell, scheme);

    public static void WriteInheritedBidStrategyType(BulkRowWriter row, int column, BiddingScheme? scheme, bool canDelete) =>
        ClearableTextCell.Write(row, column, (scheme as InheritFromParentBiddingScheme)?.InheritedBidStrategyType, canDelete);

    private static void SetMaxCpc(BiddingScheme? scheme, Bid bid)
    {
        switch (scheme)
        {
            case MaxClicksBiddingScheme maxClicks: maxClicks.MaxCpc = bid; break;
            case MaxConversionsBiddingScheme maxConversions: maxConversions.MaxCpc = bid; break;
            case MaxRoasBiddingScheme maxRoas: maxRoas.MaxCpc = bid; break;
            case TargetCpaBiddingScheme targetCpa: targetCpa.MaxCpc = bid; break;
            case TargetImpressionShareBiddingScheme targetImpressionShare: targetImpressionShare.MaxCpc = bid; break;
            case TargetRoasBiddingScheme targetRoas: targetRoas.MaxCpc = bid; break;
        }
    }
}
