using System.Globalization;
using BingAds.Bench;
using BingAds.Files;

// Usage: [rows] [rounds]. Both sides take turns in one process, so that what else the machine does hits both.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 9;
var (bytes, sha) = BulkSample.Make(rows);
Console.WriteLine($"bulk sample: {rows} rows, {bytes.Length:N0} bytes, sha256 {sha}");

var first = SplitContest.Seconds(() => SplitContest.Ours(new MemoryStream(bytes)));
Console.WriteLine($"ours, first pass: {rows / first:N0} rows/s");
var ours = SplitContest.Ours(new MemoryStream(bytes));
var sylvan = SplitContest.Sylvan(new MemoryStream(bytes));
Console.WriteLine($"ours   {ours}\nsylvan {sylvan}");
if ((ours.Rows, ours.Cells, ours.Places) != (sylvan.Rows, sylvan.Cells, sylvan.Places))
    throw new InvalidOperationException("The readers do not agree.");

var contenders = new List<(string Name, Action Pass, List<double> Seconds)> { ("Sylvan.Data.Csv 1.4.4", () => SplitContest.Sylvan(new MemoryStream(bytes)), []) };
foreach (var path in Enum.GetValues<ScanPath>().Where(ScanPaths.IsSupported))
    contenders.Add(($"ours, {path}{(path == ScanPaths.Best ? " (chosen)" : "")}", () => SplitContest.Ours(new MemoryStream(bytes), path), []));
contenders.Add(("ours, rows only", () => SplitContest.Rows(new MemoryStream(bytes)), []));
for (var round = 0; round < rounds; round++)
{
    foreach (var (_, pass, seconds) in contenders)
        seconds.Add(SplitContest.Seconds(pass));
}

var baseline = SplitContest.Median(contenders[0].Seconds);
foreach (var (name, _, seconds) in contenders)
{
    var median = SplitContest.Median(seconds);
    Console.WriteLine($"{name,-36} {rows / median,12:N0} rows/s {bytes.Length / median / 1e6,8:N0} MB/s {baseline / median,6:N1}x   best {rows / seconds[0],12:N0} rows/s");
}

var before = GC.GetAllocatedBytesForCurrentThread();
SplitContest.Ours(new MemoryStream(bytes));
Console.WriteLine($"allocated in a whole pass: {GC.GetAllocatedBytesForCurrentThread() - before:N0} bytes");
