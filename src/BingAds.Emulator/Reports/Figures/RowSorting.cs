using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>The order and the number of rows that a keyword report asks for.</summary>
internal static class RowSorting
{
    /// <summary>Rows that are equal in all sorted columns stay in the order in which they come. With a number of rows, no more than those are held.</summary>
    public static IEnumerable<ReportValue[]> Apply(IEnumerable<ReportValue[]> rows, KeywordPerformanceReportRequest request, IReadOnlyList<ReportColumnFacts> columns)
    {
        var keys = (request.Sort ?? [])
            .Select(s => (Place: PlaceOf(columns, s.SortColumn?.ToString()), IsDown: s.SortOrder == SortOrder.Descending))
            .Where(static k => k.Place >= 0)
            .ToList();
        var most = request.MaxRows is > 0 and { } given ? given : int.MaxValue;
        return keys.Count == 0 ? most == int.MaxValue ? rows : rows.Take(most) : Sort(rows, keys, most);
    }

    private static IEnumerable<ReportValue[]> Sort(IEnumerable<ReportValue[]> rows, List<(int Place, bool IsDown)> keys, int most)
    {
        var order = Comparer<(ReportValue[] Row, long Number)>.Create((left, right) =>
        {
            foreach (var (place, isDown) in keys)
            {
                var result = Compare(left.Row[place], right.Row[place]);
                if (result != 0)
                    return isDown ? -result : result;
            }

            return left.Number.CompareTo(right.Number);
        });
        // The worst of those kept is at the head, to be thrown out first.
        var kept = new PriorityQueue<ReportValue[], (ReportValue[] Row, long Number)>(Comparer<(ReportValue[] Row, long Number)>.Create((left, right) => order.Compare(right, left)));
        var number = 0L;
        foreach (var row in rows)
        {
            var copy = (Row: row.ToArray(), Number: number++);
            if (kept.Count < most)
                kept.Enqueue(copy.Row, copy);
            else
                kept.EnqueueDequeue(copy.Row, copy);
        }

        var sorted = new ReportValue[kept.Count][];
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            sorted[i] = kept.Dequeue();
        }

        return sorted;
    }

    private static int PlaceOf(IReadOnlyList<ReportColumnFacts> columns, string? name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
                return i;
        }

        return -1;
    }

    private static int Compare(ReportValue left, ReportValue right)
    {
        if (left.Form != right.Form)
            return left.Form.CompareTo(right.Form);
        return left.Form switch
        {
            ReportValueForm.Number => left.Number.CompareTo(right.Number),
            ReportValueForm.Time => left.Time.CompareTo(right.Time),
            _ => string.CompareOrdinal(left.Text, right.Text),
        };
    }
}
