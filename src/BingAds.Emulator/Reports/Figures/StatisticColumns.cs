using static BingAds.Emulator.Reports.Figures.Measure;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>How each statistic follows from the measures. A ratio only ever comes from the sums of its own row.</summary>
internal static class StatisticColumns
{
    private static readonly Measure[] s_eligible = [Impressions, LostToBudget, LostToLowBid, LostWithoutBid, LostWithoutTax, LostOtherwise];
    private static readonly Measure[] s_rank = [LostToLowBid, LostWithoutBid, LostWithoutTax, LostOtherwise];
    private static readonly Measure[] s_top = [TopImpressions, TopLostToBudget, TopLostToRank];
    private static readonly Measure[] s_absolute = [AbsoluteTopImpressions, AbsoluteTopLostToBudget, AbsoluteTopLostToRank];
    private static readonly Measure[] s_audience = [AudienceImpressions, AudienceLostToBudget, AudienceLostToRank];
    private static readonly Measure[] s_allConversions = [Conversions, OtherConversions];
    private static readonly Measure[] s_allRevenue = [Revenue, OtherRevenue];
    private static readonly Measure[] s_lowQualityClicks = [LowQualityGeneralClicks, LowQualitySophisticatedClicks];

    /// <summary>Null for what is no statistic.</summary>
    public static Statistic? Find(string column) => Sums(column) ?? Shares(column) ?? Ratios(column) ?? Special(column);

    private static Statistic? Sums(string column) => column switch
    {
        "Impressions" => new(Impressions),
        "Clicks" => new(Clicks),
        "Spend" or "DailySpend" or "ExtendedCost" or "BrandSpend" => Cents(Spend),
        "Conversions" => new(Conversions),
        "ConversionsQualified" => Cents(ConversionsQualified),
        "Revenue" => Cents(Revenue),
        "AllConversions" => new(s_allConversions),
        "AllConversionsQualified" => Cents(ConversionsQualified, OtherConversionsQualified),
        "AllRevenue" => Cents(s_allRevenue),
        "Assists" => new(Assists),
        "ViewThroughConversions" => new(ViewThroughConversions),
        "ViewThroughConversionsQualified" => Cents(ViewThroughConversionsQualified),
        "ViewThroughRevenue" => Cents(ViewThroughRevenue),
        "PhoneImpressions" => new(PhoneImpressions),
        "PhoneCalls" => new(PhoneCalls),
        "LowQualityImpressions" => new(LowQualityImpressions),
        "LowQualityClicks" => new(s_lowQualityClicks),
        "LowQualityGeneralClicks" => new(LowQualityGeneralClicks),
        "LowQualitySophisticatedClicks" => new(LowQualitySophisticatedClicks),
        "LowQualityConversions" => new(LowQualityConversions),
        "LowQualityConversionsQualified" => Cents(LowQualityConversionsQualified),
        "VideoViews" => new(VideoViews),
        "VideoViewsAt25Percent" => new(VideoViewsAt25),
        "VideoViewsAt50Percent" => new(VideoViewsAt50),
        "VideoViewsAt75Percent" => new(VideoViewsAt75),
        "CompletedVideoViews" => new(VideoCompleted),
        "TotalWatchTimeInMS" => new(WatchTime),
        "Downloads" => new(Downloads),
        "Installs" or "AppInstalls" => new(Installs),
        "Purchases" => new(Purchases),
        "Subscriptions" => new(Subscriptions),
        "Sales" => new(Sales),
        "NewCustomerConversions" => Cents(NewCustomerConversions),
        "NewCustomerCount" => new(NewCustomers),
        "NewCustomerRevenue" => Cents(NewCustomerRevenue),
        "NewCustomerSpend" => Cents(NewCustomerSpend),
        "UnknownCustomerConversions" => Cents(UnknownCustomerConversions),
        "UnknownCustomerRevenue" => Cents(UnknownCustomerRevenue),
        "AssistedImpressions" => new(AssistedImpressions),
        "AssistedClicks" => new(AssistedClicks),
        "AssistedConversions" => new(AssistedConversions),
        "AssistedConversionsQualified" => Cents(AssistedConversionsQualified),
        "TotalClicks" or "TotalClicksOnAdElements" => new(Clicks, ElementClicks),
        "QuantityBought" => new(Quantity),
        "PartnerImpressions" => new(PartnerImpressions),
        "EligibleImpressions" => new(s_eligible),
        "MissedImpressions" => new([LostToBudget, .. s_rank]),
        "MissedImpressionsSpendingCapReached" => new(LostToBudget),
        "MissedImpressionsInsufficientBid" => new(LostToLowBid),
        "MissedImpressionsNoBid" => new(LostWithoutBid),
        "MissedImpressionsNoTax" => new(LostWithoutTax),
        "MissedImpressionsOther" => new(LostOtherwise),
        "NetRevenue" => Cents(NetRevenue),
        "BrandImpressions" => new(Impressions),
        "BrandClicks" => new(Clicks),
        "MSAImpressions" => new(MarketImpressions),
        "MSAClicks" => new(MarketClicks),
        "MSASpend" => Cents(MarketSpend),
        _ => null,
    };

    private static Statistic? Shares(string column) => column switch
    {
        "ImpressionSharePercent" or "ImpressionShare" => Percent([Impressions], s_eligible),
        "ImpressionLostToBudgetPercent" => Percent([LostToBudget], s_eligible),
        "ImpressionLostToRankAggPercent" or "ImpressionLostToRankPercent" => Percent(s_rank, s_eligible),
        "TopImpressionRatePercent" => Percent([TopImpressions], [Impressions]),
        "TopImpressionSharePercent" => Percent([TopImpressions], s_top),
        "TopImpressionShareLostToBudgetPercent" => Percent([TopLostToBudget], s_top),
        "TopImpressionShareLostToRankPercent" => Percent([TopLostToRank], s_top),
        "AbsoluteTopImpressionRatePercent" => Percent([AbsoluteTopImpressions], [Impressions]),
        "AbsoluteTopImpressionSharePercent" => Percent([AbsoluteTopImpressions], s_absolute),
        "AbsoluteTopImpressionShareLostToBudgetPercent" => Percent([AbsoluteTopLostToBudget], s_absolute),
        "AbsoluteTopImpressionShareLostToRankPercent" => Percent([AbsoluteTopLostToRank], s_absolute),
        "ExactMatchImpressionSharePercent" => Percent([ExactImpressions], [ExactImpressions, ExactLost]),
        "AudienceImpressionSharePercent" => Percent([AudienceImpressions], s_audience),
        "AudienceImpressionLostToBudgetPercent" => Percent([AudienceLostToBudget], s_audience),
        "AudienceImpressionLostToRankPercent" => Percent([AudienceLostToRank], s_audience),
        "ClickSharePercent" or "ClickShare" => Percent([Clicks], [Clicks, LostClicks]),
        "RelativeCtr" => Ratio([Clicks], [UsualClicks]),
        _ => null,
    };

    private static Statistic? Ratios(string column) => column switch
    {
        "Ctr" => Percent([Clicks], [Impressions]),
        "AverageCpc" or "Cpc" => Each([Spend], [Clicks]),
        "AverageCpm" => new Statistic(Spend) { Below = [Impressions], Scale = 10 },
        "AverageCPV" => Each([Spend], [VideoViews]),
        "ConversionRate" => Percent([Conversions], [Clicks]),
        "CostPerConversion" => Each([Spend], [Conversions]),
        "CostPerConversionQualified" => Ratio([Spend], [ConversionsQualified]),
        "ReturnOnAdSpend" or "ROAS" or "GrossReturnOnAdSpend" => Ratio([Revenue], [Spend]),
        "RevenuePerConversion" => Each([Revenue], [Conversions]),
        "AllConversionRate" => Percent(s_allConversions, [Clicks]),
        "AllCostPerConversion" => Each([Spend], s_allConversions),
        "AllReturnOnAdSpend" => Ratio(s_allRevenue, [Spend]),
        "AllRevenuePerConversion" => Each(s_allRevenue, s_allConversions),
        "CostPerAssist" => Each([Spend], [Assists]),
        "RevenuePerAssist" => Each([Revenue], [Assists]),
        "ViewThroughConversionRate" => Percent([ViewThroughConversions], [Impressions]),
        "ViewThroughCostPerConversion" => Each([Spend], [ViewThroughConversions]),
        "Ptr" => Percent([PhoneCalls], [PhoneImpressions]),
        "LowQualityClicksPercent" => Percent(s_lowQualityClicks, [Clicks, .. s_lowQualityClicks]),
        "LowQualityImpressionsPercent" => Percent([LowQualityImpressions], [Impressions, LowQualityImpressions]),
        "LowQualityConversionRate" => Percent([LowQualityConversions], s_lowQualityClicks),
        "VideoCompletionRate" => Percent([VideoCompleted], [VideoViews]),
        "ViewThroughRate" => Percent([VideoViews], [Impressions]),
        "AverageWatchTimePerImpression" => Ratio([WatchTime], [Impressions]),
        "AverageWatchTimePerVideoView" => Ratio([WatchTime], [VideoViews]),
        "CostPerDownload" => Each([Spend], [Downloads]),
        "CostPerInstall" or "CPI" => Each([Spend], [Installs]),
        "CPP" => Each([Spend], [Purchases]),
        "CPS" => Each([Spend], [Subscriptions]),
        "CostPerSale" => Each([Spend], [Sales]),
        "RevenuePerInstall" or "RevenuePerAppInstall" => Each([Revenue], [Installs]),
        "RevenuePerDownload" => Each([Revenue], [Downloads]),
        "RevenuePerSale" => Each([Revenue], [Sales]),
        "PostClickDownloadRate" => Percent([Downloads], [Clicks]),
        "PostClickInstallRate" => Percent([Installs], [Clicks]),
        "PostInstallPurchaseRate" => Percent([Purchases], [Installs]),
        "PostInstallSubscriptionRate" => Percent([Subscriptions], [Installs]),
        "NewCustomerConversionRate" => new Statistic(NewCustomerConversions) { Below = [Clicks] },
        "NewCustomerCPA" => Ratio([NewCustomerSpend], [NewCustomerConversions]),
        "NewCustomerReturnOnAdSpend" => Ratio([NewCustomerRevenue], [NewCustomerSpend]),
        "NetReturnOnAdSpend" => Ratio([NetRevenue], [Spend]),
        "BenchmarkBid" => Each([BenchmarkBids], [Impressions]),
        "BenchmarkCtr" => Percent([BenchmarkClicks], [Impressions]),
        _ => null,
    };

    private static Statistic? Special(string column) => column switch
    {
        "AveragePosition" => new() { Below = [Impressions] }, // Always 0: the service ended it in 2021.
        "FirstPageBid" => Each([FirstPageBid], [Impressions]),
        "MainlineBid" => Each([MainlineBid], [Impressions]),
        "Mainline1Bid" => Each([BestPositionBid], [Impressions]),
        "AvgTargetCPA" => Each([TargetCpa], [Impressions]),
        "AvgTargetRoas" => Each([TargetRoas], [Impressions]),
        "AvgTargetImpressionShare" => Ratio([TargetShare], [Impressions]),
        "AvgBookedABW" => Ratio([BookedDays], [Conversions]),
        "AvgBookedNights" => Ratio([BookedNights], [Conversions]),
        "BookedABW" => new(BookedDays) { Below = [Conversions], IsText = true },
        "BookedLengthOfStay" => new(BookedNights) { Below = [Conversions], IsText = true },
        "ConversionDelay" => new(Delay) { Below = [Conversions], IsText = true },
        "SearchVolume" => new(MarketImpressions) { Below = [Impressions], Scale = 100, IsText = true },
        _ => null,
    };

    private static Statistic Cents(params Measure[] sums) => new(sums) { Scale = 0.01m };

    private static Statistic Percent(Measure[] above, Measure[] below) => new(above) { Below = below, Scale = 100 };

    private static Statistic Ratio(Measure[] above, Measure[] below) => new(above) { Below = below };

    private static Statistic Each(Measure[] cents, Measure[] below) => new(cents) { Below = below, Scale = 0.01m };
}
