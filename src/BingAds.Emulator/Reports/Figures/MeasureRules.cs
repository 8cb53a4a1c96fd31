using static BingAds.Emulator.Reports.Figures.Measure;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>The totals of a slice.</summary>
/// <remarks>
/// Every measure follows another one also within the day: what is seen of it up to a moment is the part of the total that is seen of the other one, rounded. So any
/// span of time is the difference of two such numbers, spans add up, and a part (clicks) is never more than its whole (impressions) in any of them.
/// </remarks>
internal static class MeasureRules
{
    public static int Count { get; } = Enum.GetValues<Measure>().Length;

    /// <summary>These and all that they follow, each after what it follows.</summary>
    public static Measure[] WithSources(IEnumerable<Measure> measures)
    {
        var all = new SortedSet<Measure>(measures) { Impressions };
        foreach (var measure in measures)
        {
            for (var m = measure; m != Impressions; m = Rule(m).Of)
            {
                all.Add(m);
            }
        }

        return [.. all];
    }

    /// <summary>Fills in the totals of the whole day, by measure.</summary>
    public static void Fill(in Slice slice, Measure[] measures, Span<long> totals)
    {
        foreach (var measure in measures)
        {
            totals[(int)measure] = measure == Impressions ? ImpressionsOf(slice) : Applies(slice, measure) ? TotalOf(slice, measure, totals) : 0;
        }
    }

    /// <summary>Fills in what is seen up to a moment, from the known measure up to then, which must be there already.</summary>
    public static void FillUpTo(in Slice slice, Measure[] measures, ReadOnlySpan<long> totals, Span<long> seen, Measure known = Impressions)
    {
        foreach (var measure in measures)
        {
            if (measure <= known)
                continue;
            var (of, total) = ((int)Rule(measure).Of, totals[(int)measure]);
            seen[(int)measure] = total == 0 ? 0 : ((total * seen[of]) + (long)(slice.Roll(measure) % (ulong)totals[of])) / totals[of];
        }
    }

    /// <summary>Whether a measure follows another one, over however many steps.</summary>
    public static bool Follows(Measure measure, Measure other)
    {
        for (var m = measure; m != Impressions; m = Rule(m).Of)
        {
            if (Rule(m).Of == other)
                return true;
        }

        return false;
    }

    /// <summary>The rate of a measure that is the same on all days.</summary>
    public static long Rate(Leaf leaf, Measure measure) => Rule(measure).Rate(leaf, 0, measure);

    private static long TotalOf(in Slice slice, Measure measure, ReadOnlySpan<long> totals)
    {
        var rule = Rule(measure);
        return rule.Total(totals[(int)rule.Of], slice, measure);
    }

    // A few leaves have most of the impressions, as everywhere; weekends are quieter.
    private static long ImpressionsOf(in Slice slice)
    {
        var roll = slice.Roll(Impressions);
        var noise = 40 + (long)(roll % 120);
        var weekend = DateOnly.FromDayNumber(slice.Day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return 1 + (slice.Leaf.Weight * noise * (weekend ? 6 : 10) / 1000);
    }

    private static bool Applies(in Slice slice, Measure measure) => measure switch
    {
        TopImpressions or TopLostToBudget or TopLostToRank or AbsoluteTopLostToBudget or AbsoluteTopLostToRank => SliceTraits.IsTop(slice),
        ExactImpressions or ExactLost => SliceTraits.IsExact(slice),
        AudienceImpressions or AudienceLostToBudget or AudienceLostToRank => SliceTraits.IsAudience(slice),
        _ => true,
    };

    private static MeasureRule Rule(Measure measure) => measure switch
    {
        Clicks => new(Impressions, 15, 95),
        Spend => new(Clicks, 18, 240, 1),
        Conversions => new(Clicks, 20, 130),
        ConversionsQualified => new(Conversions, 60, 100, 1),
        Revenue => new(Conversions, 1_500, 9_500, 1),
        OtherConversions => new(Clicks, 0, 60),
        OtherConversionsQualified => new(OtherConversions, 60, 100, 1),
        OtherRevenue => new(OtherConversions, 500, 2_500, 1),
        Assists => new(Clicks, 0, 50),
        ViewThroughConversions => new(Impressions, 0, 6),
        ViewThroughConversionsQualified => new(ViewThroughConversions, 60, 100, 1),
        ViewThroughRevenue => new(ViewThroughConversions, 500, 2_500, 1),
        PhoneImpressions => new(Impressions, 200, 500),
        PhoneCalls => new(PhoneImpressions, 0, 25),
        LowQualityImpressions => new(Impressions, 10, 80),
        LowQualityGeneralClicks => new(LowQualityImpressions, 0, 150),
        LowQualitySophisticatedClicks => new(LowQualityImpressions, 0, 80),
        LowQualityConversions => new(LowQualityGeneralClicks, 0, 60),
        LowQualityConversionsQualified => new(LowQualityConversions, 60, 100, 1),
        LostToBudget => new(Impressions, 0, 400),
        LostToLowBid => new(Impressions, 50, 500),
        LostWithoutBid => new(Impressions, 0, 90),
        LostWithoutTax => new(Impressions, 0, 20),
        LostOtherwise => new(Impressions, 10, 120),
        TopImpressions => new(Impressions, 1000, 1000),
        AbsoluteTopImpressions => new(TopImpressions, 200, 700),
        TopLostToBudget or AbsoluteTopLostToBudget => new(Impressions, 0, 400),
        TopLostToRank or AbsoluteTopLostToRank => new(Impressions, 100, 900),
        ExactImpressions or AudienceImpressions => new(Impressions, 1000, 1000),
        ExactLost => new(Impressions, 100, 900),
        AudienceLostToBudget => new(Impressions, 0, 500),
        AudienceLostToRank => new(Impressions, 100, 900),
        LostClicks => new(Impressions, 20, 80),
        UsualClicks or BenchmarkClicks => new(Impressions, 20, 80),
        VideoViews => new(Impressions, 100, 500),
        VideoViewsAt25 => new(VideoViews, 600, 950),
        VideoViewsAt50 => new(VideoViewsAt25, 600, 950),
        VideoViewsAt75 => new(VideoViewsAt50, 600, 950),
        VideoCompleted => new(VideoViewsAt75, 600, 950),
        WatchTime => new(VideoViews, 2_000, 14_000, 1),
        Downloads => new(Clicks, 50, 250),
        Installs => new(Downloads, 600, 950),
        Purchases => new(Installs, 50, 300),
        Subscriptions => new(Installs, 20, 150),
        Sales => new(Conversions, 500, 950),
        NewCustomerConversions => new(ConversionsQualified, 100, 500),
        NewCustomers => new(Conversions, 100, 500),
        NewCustomerRevenue => new(Revenue, 100, 500),
        NewCustomerSpend => new(Spend, 200, 600),
        UnknownCustomerConversions => new(ConversionsQualified, 0, 200),
        UnknownCustomerRevenue => new(Revenue, 0, 200),
        AssistedImpressions => new(Impressions, 20, 200),
        AssistedClicks => new(AssistedImpressions, 30, 150),
        AssistedConversions => new(AssistedClicks, 20, 200),
        AssistedConversionsQualified => new(AssistedConversions, 60, 100, 1),
        ElementClicks => new(Clicks, 0, 300),
        Quantity => new(Conversions, 1, 3, 1),
        BenchmarkBids => new(Impressions, 40, 260, 1) { Scope = MeasureScope.Leaf },
        PartnerImpressions => new(Impressions, 300, 900),
        NetRevenue => new(Revenue, 700, 950),
        MarketImpressions => new(Impressions, 4, 30, 1),
        MarketClicks => new(MarketImpressions, 15, 95),
        MarketSpend => new(MarketClicks, 20, 240, 1),
        Delay => new(Conversions, 1, 160, 1),
        FirstPageBid => new(Impressions, 15, 120, 1) { Scope = MeasureScope.Leaf },
        MainlineBid => new(FirstPageBid, 1_200, 1_900) { Scope = MeasureScope.Leaf },
        BestPositionBid => new(MainlineBid, 1_200, 1_900) { Scope = MeasureScope.Leaf },
        TargetCpa => new(Impressions, 800, 6_000, 1) { Scope = MeasureScope.Campaign },
        TargetRoas => new(Impressions, 120, 800, 1) { Scope = MeasureScope.Campaign },
        TargetShare => new(Impressions, 30, 95, 1) { Scope = MeasureScope.Campaign },
        BookedDays => new(Conversions, 1, 60, 1),
        BookedNights => new(Conversions, 1, 9, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Impressions follow nothing."),
    };
}
