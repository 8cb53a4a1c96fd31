using System.Globalization;
using System.Text.Json.Nodes;
using static BingAds.Conformance.Making.Cells.CellSample;

namespace BingAds.Conformance.Making.Cells;

internal sealed partial class CellKinds
{
    private IEnumerable<CellSample> DateTimes(string kind)
    {
        var format = kind switch
        {
            "dateTime" => "M'/'d'/'yyyy h':'mm':'ss tt",
            "dateTimeSlash" => "yyyy'/'MM'/'dd HH':'mm':'ss",
            "dateTimeDash" => "yyyy'-'MM'-'dd HH':'mm':'ss",
            _ => "yyyy'-'MM'-'dd",
        };
        var made = new DateTime(random.Next(2001, 2039), random.Next(1, 13), random.Next(1, 29), random.Next(24), random.Next(60), random.Next(60));
        foreach (var time in new[] { new DateTime(2026, 3, 4, 17, 6, 7), new DateTime(1999, 12, 31), new DateTime(2028, 2, 29, 12, 0, 0), new DateTime(2040, 11, 30, 0, 59, 59), made })
        {
            var day = kind == "dateDash" ? time.Date : time;
            yield return Of(day.ToString(format, CultureInfo.InvariantCulture), Iso(day));
        }

        yield return new CellSample(made.ToString(format, CultureInfo.InvariantCulture), JsonValue.Create(made.AddMilliseconds(123).ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)), CellWay.Write);
        yield return Read("3/4/2026 5:06:07\u202FPM", "\"2026-03-04T17:06:07Z\"");
        yield return Read("3/4/2026", "\"2026-03-04T00:00:00Z\"");
        yield return Read("2026-03-04", "\"2026-03-04T00:00:00Z\"");
        yield return Read(DeleteValue, "null");
        if (kind != "dateTime" || random.Next(40) == 0)
        {
            foreach (var sample in Formats()) yield return sample;
        }
    }

    // Days above 12 leave no doubt about which number is the month.
    private IEnumerable<CellSample> Formats()
    {
        var time = new DateTime(2026, random.Next(10, 13), random.Next(20, 29), random.Next(13, 24), random.Next(10, 60), random.Next(10, 60)).AddMilliseconds(120);
        foreach (var format in contract.DateTimeFormats.Where(static f => !f.Contains("mmm", StringComparison.Ordinal)))
        {
            var text = time.ToString(format, CultureInfo.InvariantCulture);
            var value = format switch
            {
                _ when format.Contains("fff", StringComparison.Ordinal) => time,
                _ when format.Contains("ss", StringComparison.Ordinal) => time.AddMilliseconds(-time.Millisecond),
                _ when format.Contains("mm", StringComparison.Ordinal) => new DateTime(time.Year, time.Month, time.Day, time.Hour, time.Minute, 0),
                _ => time.Date,
            };
            yield return new CellSample(text, Iso(value), CellWay.Read);
        }
    }

    private IEnumerable<CellSample> Dates()
    {
        var (year, month, day) = (random.Next(2001, 2039), random.Next(1, 13), random.Next(1, 29));
        yield return Of($"{month}/{day}/{year}", Date(year, month, day));
        yield return Of("3/4/2026", Date(2026, 3, 4));
        yield return Of("12/31/2035", Date(2035, 12, 31));
        yield return new CellSample("2026-03-04", Date(2026, 3, 4), CellWay.Read);
        yield return new CellSample("3/4/2026 5:06:07 PM", Date(2026, 3, 4), CellWay.Read);
        yield return new CellSample("03/04/2026", Date(2026, 3, 4), CellWay.Read);
        yield return Read(DeleteValue, "null");
    }

    private static JsonObject Date(int year, int month, int day) => new() { ["$type"] = "Date", ["Year"] = year, ["Month"] = month, ["Day"] = day };

    private static JsonValue Iso(DateTime time) => JsonValue.Create(time.ToString(time.Millisecond > 0 ? "yyyy-MM-ddTHH:mm:ss.fff'Z'" : "yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
