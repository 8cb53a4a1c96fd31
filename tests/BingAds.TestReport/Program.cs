using BingAds.TestReport;

// BingAds.TestReport <results> <traces> [--suite NAME]... [--check NAME=ok|REASON]...
if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: BingAds.TestReport <folder of results> <folder of traces> [--suite NAME]... [--check NAME=ok|REASON]...");
    return 2;
}

var report = Report.Make(args[0], args[1], Values("--suite"), Values("--check"));
report.WriteTo(Console.Out);
return report.Failed == 0 && report.Passed > 0 ? 0 : 1;

List<string> Values(string option) => [.. args.Index().Skip(2).Where(a => a.Index > 2 && args[a.Index - 1] == option).Select(static a => a.Item)];
