namespace BingAds.Emulator.Reports.Figures;

/// <summary>
/// The figures that add up, all whole numbers: money in cents, qualified conversions in hundredths. Each follows another one that stands before it; the order is
/// part of the figures: new ones go to the end.
/// </summary>
internal enum Measure
{
    Impressions,
    Clicks,
    Spend,
    Conversions,
    ConversionsQualified,
    Revenue,

    /// <summary>Of goals that bidding does not look at: the "all" columns have these too.</summary>
    OtherConversions,
    OtherConversionsQualified,
    OtherRevenue,
    Assists,
    ViewThroughConversions,
    ViewThroughConversionsQualified,
    ViewThroughRevenue,
    PhoneImpressions,
    PhoneCalls,
    LowQualityImpressions,
    LowQualityGeneralClicks,
    LowQualitySophisticatedClicks,
    LowQualityConversions,
    LowQualityConversionsQualified,
    LostToBudget,
    LostToLowBid,
    LostWithoutBid,
    LostWithoutTax,
    LostOtherwise,
    TopImpressions,
    AbsoluteTopImpressions,
    TopLostToBudget,
    TopLostToRank,
    AbsoluteTopLostToBudget,
    AbsoluteTopLostToRank,
    ExactImpressions,
    ExactLost,
    AudienceImpressions,
    AudienceLostToBudget,
    AudienceLostToRank,
    LostClicks,

    /// <summary>Clicks that others would have had at the same places.</summary>
    UsualClicks,
    VideoViews,
    VideoViewsAt25,
    VideoViewsAt50,
    VideoViewsAt75,
    VideoCompleted,

    /// <summary>In milliseconds.</summary>
    WatchTime,
    Downloads,
    Installs,
    Purchases,
    Subscriptions,
    Sales,

    /// <summary>In hundredths.</summary>
    NewCustomerConversions,
    NewCustomers,
    NewCustomerRevenue,
    NewCustomerSpend,
    UnknownCustomerConversions,
    UnknownCustomerRevenue,
    AssistedImpressions,
    AssistedClicks,
    AssistedConversions,
    AssistedConversionsQualified,
    ElementClicks,
    Quantity,
    BenchmarkClicks,
    BenchmarkBids,
    PartnerImpressions,
    NetRevenue,
    MarketImpressions,
    MarketClicks,
    MarketSpend,

    /// <summary>Hours from the click to the conversion.</summary>
    Delay,

    /// <summary>Bids and targets times impressions: by impressions they are averages.</summary>
    FirstPageBid,
    MainlineBid,
    BestPositionBid,
    TargetCpa,
    TargetRoas,
    TargetShare,

    /// <summary>Days between booking and arrival, and nights, of all bookings.</summary>
    BookedDays,
    BookedNights,
}
