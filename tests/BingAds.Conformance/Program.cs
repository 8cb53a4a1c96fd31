using System.Globalization;
using BingAds;
using BingAds.Conformance.Bulk;
using BingAds.Conformance.Contract;
using BingAds.Conformance.Making;
using BingAds.Conformance.Making.Cells;
using BingAds.Conformance.Reporting;
using BingAds.Conformance.Reports;
using BingAds.Conformance.Scenarios;
using BingAds.Conformance.Wire;

const string Usage = """
    wire <folder>                                              compare what is sent and read with recordings
    scenarios <folder> [--transport rest|soap] [--emulator URL] [--only 01,02]
                                                               play call scripts against an emulator, its own by default
    bulk <folder>                                              compare rows of bulk files and their objects with recordings
    cells <file.jsonl>                                         compare single cells of bulk files with recordings
    make-cells <file.jsonl> [--seed N] [--contract FILE]       make cases of single cells from the contract
    make-bulk <folder> [--seed N] [--contract FILE]            make rows and their objects from the contract
    report <file> [--columns A,B,...]                          read a report file and tell its header, rows, types and sums as one JSON line
    make <folder> [--seed N] [--operations Service.Name,...]   make wire data from the contract
    """;

try
{
    return await RunAsync();
}
catch (Exception error) when (error is ScriptException or ArgumentException or IOException or FormatException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

async Task<int> RunAsync()
{
    switch (args)
    {
        case ["wire", var folder]:
            var report = await WireRun.RunAsync(folder, ContractSchema.Load());
            report.Print(Console.Out);
            return report.Failed == 0 ? 0 : 1;

        case ["scenarios", var folder, ..]:
            var transport = Option("--transport") is { } way ? Enum.Parse<ApiTransport>(way, ignoreCase: true) : ApiTransport.Rest;
            var emulator = Option("--emulator") is { } url ? new Uri(url.EndsWith('/') ? url : url + "/") : null;
            var outcomes = await ScenarioRun.RunAsync(folder, transport, emulator, Option("--only")?.Split(','), Console.WriteLine);
            var (passed, failed, notYet) = (Count(ScriptVerdict.Passed), Count(ScriptVerdict.Failed), Count(ScriptVerdict.NotYet));
            Console.WriteLine($"{transport.ToString().ToLowerInvariant()}: {passed} passed, {failed} failed, {notYet} not yet");
            Console.WriteLine($"{passed} passed, {failed} failed");
            return failed == 0 ? 0 : 1;

            int Count(ScriptVerdict verdict) => outcomes.Count(o => o.Verdict == verdict);

        case ["bulk", var folder]:
            return Finish(await BulkRun.RunAsync(folder, Console.Out));

        case ["cells", var file]:
            return Finish(CellRun.Run(file, Console.Out));

        case ["make-cells", var file, ..]:
            var cells = new CellMaker(BulkContract.Load(Option("--contract")), ContractSchema.Load()["CampaignManagement"], Seed()).Make();
            await File.WriteAllLinesAsync(file, cells.Select(static c => c.ToJsonString()));
            return 0;

        case ["make-bulk", var folder, ..]:
            var bulk = BulkContract.Load(Option("--contract"));
            new RowMaker(bulk, ContractSchema.Load()["CampaignManagement"], Seed()).Write(folder, bulk.Headers);
            return 0;

        case ["report", var file, ..]:
            return await ReportRun.RunAsync(file, Option("--columns")?.Split(','), Console.Out) ? 0 : 1;

        case ["make", var folder, ..]:
            var seed = Seed();
            var wanted = Option("--operations")?.Split(',').ToHashSet();
            new GoldenMaker(ContractSchema.Load(), seed).Write(folder, name => wanted is null || wanted.Contains(name));
            return 0;

        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}

static int Finish(ConformanceReport report)
{
    report.Print(Console.Out);
    return report.Failed == 0 ? 0 : 1;
}

int Seed() => Option("--seed") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 1;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
