using System.Globalization;
using BingAds.Analytics;
using BingAds.Lake.App;
using BingAds.Reporting;

// A process that replaces the same window again and again until it is killed: each time all rows tell the number of the round, and every third day is left out in turn.
// Arguments: the folder of the lake, the number of the first round. It says each round before it begins.
var lake = new ReportLake(args[0], new() { FlushToDisk = false });
for (var round = int.Parse(args[1], CultureInfo.InvariantCulture); ; round++)
{
    Console.WriteLine(round);
    await using var reader = new ReportFileReader(new MemoryStream(Rounds.Report(round)));
    await lake.ReplaceAsync(reader, Rounds.Window);
}
