using System.Globalization;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Retail categories by week: how much of their clicks an account has, and how they change.</summary>
internal static class CategoryRows
{
    private const int Searches = 0;
    private const int MarketClicks = 1;
    private const int Clicks = 2;
    private const int Spend = 3;
    private static readonly string[] s_figures = ["MSAImpressions", "MSAClicks", "Clicks", "Spend"];

    /// <summary>By category, then by week. All weeks of a category are held together: there are never more than a few hundred.</summary>
    public static IEnumerable<ReportValue[]> Read(FigureSource source)
    {
        var question = source.Question;
        var columns = source.Columns;
        string[] attributes = [.. columns.Where(static c => c is "AccountName" or "CustomerName" or "Country" or "L1Vertical" or "L2Vertical" or "L3Vertical").Distinct()];
        // A year and a month back, for what is compared with then.
        var days = new ReportDays(question.Days.First.AddDays(-7 * 58), question.Days.Last);
        var pieces = PeriodPieces.Of(question with { Days = days }, ReportAggregation.KnownValue.WeeklyStartingMonday);
        var spendOfWeeks = new Dictionary<DateOnly, decimal>();
        var categories = new Dictionary<string, Category>(StringComparer.Ordinal);
        foreach (var row in source.Aggregate(["TimePeriod", .. s_figures, .. attributes], pieces))
        {
            var week = DateOnly.FromDateTime(row[0].Time);
            var key = string.Join('\u001f', row.Skip(1 + s_figures.Length).Select(static v => v.Text));
            if (!categories.TryGetValue(key, out var category))
                categories.Add(key, category = new Category([.. row.Skip(1 + s_figures.Length)], []));
            category.Weeks.Add(week, [row[1].Number, row[2].Number, row[3].Number, row[4].Number]);
            spendOfWeeks[week] = spendOfWeeks.GetValueOrDefault(week) + row[4].Number;
        }

        var cells = new ReportValue[columns.Count];
        foreach (var category in categories.Values)
        {
            foreach (var (week, figures) in category.Weeks)
            {
                if (week.AddDays(6) < question.Days.First)
                    continue;
                for (var i = 0; i < cells.Length; i++)
                {
                    var place = Array.IndexOf(attributes, columns[i]);
                    cells[i] = place >= 0 ? category.Attributes[place] : Value(columns[i], category, week, figures, spendOfWeeks[week]);
                }

                yield return cells;
            }
        }
    }

    private static ReportValue Value(string column, Category category, DateOnly week, decimal[] figures, decimal spend) => column switch
    {
        "WeekStartingMonday" => ReportValue.At(week.ToDateTime(TimeOnly.MinValue)),
        "MarketplaceClickCoverage" => Percent(figures[Clicks], figures[MarketClicks]),
        "ProportionOfSpend" => Percent(figures[Spend], spend),
        "ClicksIndexed" => Percent(figures[MarketClicks], category.Most(MarketClicks)),
        "SearchesIndexed" => Percent(figures[Searches], category.Most(Searches)),
        "ClicksPeakWeek" => ReportValue.Of(category.Peak(MarketClicks)),
        "SearchesPeakWeek" => ReportValue.Of(category.Peak(Searches)),
        "WoWClicks" => category.Change(MarketClicks, week, 1, 1),
        "WoWSearches" => category.Change(Searches, week, 1, 1),
        "MoMClicks" => category.Change(MarketClicks, week, 4, 4),
        "MoMSearches" => category.Change(Searches, week, 4, 4),
        "YoYLast1WeekClicks" => category.Change(MarketClicks, week, 1, 52),
        "YoYLast1WeekSearches" => category.Change(Searches, week, 1, 52),
        "YoYLast4WeeksClicks" => category.Change(MarketClicks, week, 4, 52),
        "YoYLast4WeeksSearches" => category.Change(Searches, week, 4, 52),
        _ => ReportValue.Empty,
    };

    private static ReportValue Percent(decimal part, decimal whole) => whole == 0 ? ReportValue.Empty : ReportValue.Of(decimal.Round(part * 100 / whole, 6));

    private sealed record Category(ReportValue[] Attributes, SortedDictionary<DateOnly, decimal[]> Weeks)
    {
        public decimal Most(int figure) => Weeks.Values.Max(w => w[figure]);

        public string Peak(int figure) => Weeks.MaxBy(w => w.Value[figure]).Key.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);

        /// <summary>Growth of the weeks up to one against as many weeks before; empty if there were none.</summary>
        public ReportValue Change(int figure, DateOnly week, int weeks, int back)
        {
            var (now, then) = (0m, 0m);
            for (var i = 0; i < weeks; i++)
            {
                now += Weeks.TryGetValue(week.AddDays(-7 * i), out var later) ? later[figure] : 0;
                then += Weeks.TryGetValue(week.AddDays(-7 * (i + back)), out var earlier) ? earlier[figure] : 0;
            }

            return Percent(now - then, then);
        }
    }
}
