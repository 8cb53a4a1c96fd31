using System.Globalization;
using BingAds.Bulk;
using BingAds.Emulator;
using BingAds.V13.Bulk;
using Samples;

// How many rows the account gets; 200,000 unless told otherwise.
var rows = args is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 200_000;

// A local Microsoft Advertising in this process: no account, no network.
await using var emulator = await EmulatorHost.StartAsync();
var authorization = await emulator.SignInAsync();
using var manager = new BulkServiceManager(authorization, emulator.CreateClientOptions());
Console.WriteLine($"Emulator at {emulator.BaseAddress}");

// 1. The account is filled by an upload. The rows are made while they are sent; only those that fail come back.
var filling = new ProgressBar("Filling");
var sent = 0;
var failed = 0;
var upload = new EntityUploadParameters { ResponseMode = ResponseMode.ErrorsOnly, KeepInputs = false };
await foreach (var item in manager.UploadEntitiesAsync(Shop(), upload, new Progress(p => filling.Report(p.PercentComplete / 100.0, $"{sent:N0} rows sent"))))
{
    failed += item.Outcome == BulkUploadOutcome.Applied ? 0 : 1;
}

filling.Done($"{sent:N0} rows, {failed:N0} failed");

// 2. The download is read while it comes in: packed bytes to rows to entities, one at a time, and nothing on disk.
var before = GC.GetTotalMemory(forceFullCollection: true);
var most = before;
var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
var bids = 0.0;
var reading = new ProgressBar("Download");
var download = manager.DownloadEntitiesAsync(
    new() { DownloadEntities = [DownloadEntity.Campaigns, DownloadEntity.AdGroups, DownloadEntity.Keywords, DownloadEntity.ResponsiveSearchAds] },
    new Progress(p => reading.Report(p is { BytesReceived: { } got, BytesTotal: > 0 and var all } ? (double)got / all : 0, $"{p.EntitiesRead ?? 0:N0} entities")));
await foreach (var entity in download)
{
    counts[entity.RecordType] = counts.GetValueOrDefault(entity.RecordType) + 1;
    if (entity is BulkKeyword { Keyword.Bid.Amount: { } bid })
    {
        bids += bid;
    }

    if (download.EntityCount % 10_000 == 0)
    {
        most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
    }
}

reading.Done($"{download.EntityCount:N0} entities, {download.BytesReceived:N0} bytes");

foreach (var (type, count) in counts)
{
    Console.WriteLine($"  {type,-22} {count,9:N0}");
}

Console.WriteLine($"  all keyword bids       {bids,9:N2}");
Console.WriteLine($"  managed memory         {before / 1e6,9:N1} MB before, {most / 1e6:N1} MB at most while reading");
Console.WriteLine($"  next time since        {download.SyncTime:u}");
return failed == 0 && download.EntityCount == rows + 1 ? 0 : 1;

async IAsyncEnumerable<BulkEntity> Shop()
{
    foreach (var entity in ShopAccount.Make(authorization.AccountId!.Value, rows))
    {
        if (++sent % 5_000 == 0)
        {
            filling.Report((double)sent / rows, $"{sent:N0} rows sent");
        }

        yield return entity;
    }

    await Task.CompletedTask;
}
