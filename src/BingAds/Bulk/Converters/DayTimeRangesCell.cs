using System.Globalization;
using System.Text.RegularExpressions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Hours of days: <c>(Monday[09:00-17:30]);(Sunday[00:15-24:00])</c>.</summary>
internal static partial class DayTimeRangesCell
{
    public static List<DayTime>? Read(in BulkCell cell)
    {
        if (cell.IsBlank)
        {
            return null;
        }

        var ranges = new List<DayTime>();
        foreach (var piece in cell.ToString().Split(';', StringSplitOptions.TrimEntries))
        {
            if (Range().Match(piece) is { Success: true } match)
            {
                ranges.Add(new DayTime
                {
                    Day = match.Groups["day"].Value,
                    StartHour = int.Parse(match.Groups["startHour"].ValueSpan, CultureInfo.InvariantCulture),
                    StartMinute = MinuteCell.Parse(match.Groups["startMinute"].ValueSpan),
                    EndHour = int.Parse(match.Groups["endHour"].ValueSpan, CultureInfo.InvariantCulture),
                    EndMinute = MinuteCell.Parse(match.Groups["endMinute"].ValueSpan),
                });
            }
        }

        return ranges;
    }

    public static void Write(BulkRowWriter row, int column, List<DayTime>? value, bool canDelete)
    {
        if (value is { Count: > 0 })
        {
            row.Text(column, string.Join(';', value.Select(static d => string.Create(CultureInfo.InvariantCulture,
                $"({d.Day}[{d.StartHour ?? 0:00}:{MinuteCell.Number(d.StartMinute):00}-{d.EndHour ?? 0:00}:{MinuteCell.Number(d.EndMinute):00}])"))));
        }
        else if (canDelete)
        {
            row.Delete(column);
        }
    }

    [GeneratedRegex(@"^\((?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\[(?<startHour>[0-9]{1,2}):(?<startMinute>[0-9]{2})-(?<endHour>[0-9]{1,2}):(?<endMinute>[0-9]{2})\]\)$")]
    private static partial Regex Range();
}
