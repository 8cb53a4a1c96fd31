using System.Globalization;
using System.Text;
using BingAds.Analytics;

namespace BingAds.Lake.App;

/// <summary>Reports of which every row tells in which round it was made.</summary>
public static class Rounds
{
    /// <summary>Rows of one account and day.</summary>
    public const int RowsPerDay = 20;

    private const int Days = 6;
    private static readonly DateOnly s_first = new(2026, 3, 1);
    private static readonly long[] s_accounts = [8001, 8002, 8003];

    /// <summary>Where all rounds have their rows.</summary>
    public static LakeWindow Window => new("KeywordPerformance", s_accounts, s_first, s_first.AddDays(Days - 1));

    /// <summary>Days with rows in a round: a third has none, another third each time.</summary>
    public static IEnumerable<DateOnly> DaysOf(int round) => Enumerable.Range(0, Days).Where(d => d % 3 != round % 3).Select(d => s_first.AddDays(d));

    /// <summary>The file of a round: its number is in the column Clicks. Days and accounts are mixed.</summary>
    public static byte[] Report(int round)
    {
        var days = DaysOf(round).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\"Report Name: rounds\"\r\n\"Report Aggregation: Daily\"\r\n\"Rows: {RowsPerDay * days.Count * s_accounts.Length}\"\r\n\r\n");
        text.Append("\"TimePeriod\",\"AccountId\",\"Keyword\",\"Clicks\",\"Spend\"\r\n");
        for (var row = 0; row < RowsPerDay; row++)
        {
            foreach (var day in days)
            {
                foreach (var account in s_accounts)
                {
                    text.Append(CultureInfo.InvariantCulture, $"\"{day:yyyy'-'MM'-'dd}\",\"{account}\",\"shoes {row}\",\"{round}\",\"0.01\"\r\n");
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
