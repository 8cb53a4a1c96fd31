using BingAds.Analytics;
using BingAds.Errors;
using DailyReport;

// Ninety days of keyword performance of three accounts as Parquet files, one for each account and day. It may be killed at any moment: started again with the same
// folder it goes on where it was, and what the service was asked for is not asked for twice.
if (args is ["emulator", "--data", var data])
{
    return await EmulatorServer.RunAsync(data);
}

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

try
{
    return await RunAsync(arguments);
}
catch (Exception e) when (e is SdkException or InvalidOperationException or IOException or HttpRequestException)
{
    Console.Error.WriteLine($"Broken off: {e.Message}");
    Console.Error.WriteLine("Start it again to go on.");
    return 1;
}

static async Task<int> RunAsync(Arguments arguments)
{
    var work = new WorkFolder(Path.Combine(arguments.Folder, ".pull"));
    await using var alone = await work.EnterAsync();
    if (alone is null)
    {
        Console.WriteLine("Another run has finished this pull in the meantime.");
        return 0;
    }

    var lake = new ReportLake(arguments.Folder);
    var emulator = arguments is { Emulator: null, IsReal: false } ? new LocalEmulator(Path.Combine(arguments.Folder, ".emulator", "world.db")) : null;

    // 1. The pull that was under way, or a new one. When all of it is there, nobody has to be asked any more.
    if (work.Plan is not { IsComplete: true })
    {
        var connection = arguments.IsReal
            ? Connection.ToService(Path.Combine(arguments.Folder, ".tokens"))
            : await Connection.ToEmulatorAsync(arguments.Emulator ?? await emulator!.FindOrStartAsync());
        using var pull = new Pull(connection, work, lake);
        await pull.RunAsync();
    }

    // 2. The files are right if their sums are those of the campaigns.
    var plan = work.Plan!;
    var isEqual = await Totals.CompareAsync(lake, plan);
    var partitions = await lake.GetPartitionsAsync(Pull.Report);
    Console.WriteLine($"{partitions.Count(p => plan.Has(p.AccountId, p.Day)):N0} files in {Path.Combine(arguments.Folder, Pull.Report)}");

    if (!isEqual)
    {
        work.Restart();
        Console.WriteLine("The totals are NOT equal: started again, it pulls all of it again.");
        return 1;
    }

    // 3. The end. The plan goes last: whoever is killed before finds out that there is nothing more to ask for.
    if (emulator is not null)
    {
        await emulator.StopAsync();
    }

    Console.WriteLine("The totals are equal.");
    work.Clear();
    return 0;
}
