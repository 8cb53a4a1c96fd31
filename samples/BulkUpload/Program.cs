using System.Globalization;
using BingAds.Bulk;
using BingAds.Emulator;
using BingAds.V13.Bulk;
using BulkUpload;
using Samples;

// How many keywords are changed; 50,000 unless told otherwise. One in a hundred of the changes is bad on purpose. A second word names a file for the whole table.
var keywords = args is [var first, ..] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 50_000;
var bad = Math.Max(1, keywords / 100);

// A local Microsoft Advertising in this process: no account, no network.
await using var emulator = await EmulatorHost.StartAsync();
var authorization = await emulator.SignInAsync();
using var manager = new BulkServiceManager(authorization, emulator.CreateClientOptions());
Console.WriteLine($"Emulator at {emulator.BaseAddress}");

// An account with enough keywords: 180 of 200 rows of the shop are some.
var rows = ((keywords / 180) + 1) * ShopAccount.RowsOfCampaign;
var filled = await manager.UploadEntitiesAsync(ShopAccount.Make(authorization.AccountId!.Value, rows), new() { ResponseMode = ResponseMode.ErrorsOnly });
filled.ThrowIfAnyFailed();
Console.WriteLine($"The account has {rows:N0} rows.");

// The usual round: download, change, upload. A change needs the keyword's id, its ad group's, and what is to change.
var changes = new List<BulkEntity>(keywords);
await foreach (var entity in manager.DownloadEntitiesAsync(new() { DownloadEntities = [DownloadEntity.Keywords], Reading = new() { RecordTypes = ["Keyword"] } }))
{
    if (entity is BulkKeyword { Keyword.Bid.Amount: { } bid } keyword && changes.Count < keywords)
    {
        changes.Add(new BulkKeyword { AdGroupId = keyword.AdGroupId, Keyword = new() { Id = keyword.Keyword.Id, Bid = new() { Amount = Math.Round(bid * 1.1, 2) } } });
    }
}

BadChanges.Spread(changes, bad);
Console.WriteLine($"{changes.Count:N0} bids to change, {bad:N0} of them wrong on purpose.");

var bar = new ProgressBar("Upload");
var result = await manager.UploadEntitiesAsync(changes, progress: new Progress(p => bar.Report(p.PercentComplete / 100.0, "")));
bar.Done(result.ToString());

ResultTable.Print(result);
if (args is [_, var path])
{
    await ResultTable.SaveAsync(result, path);
}

return result.AppliedCount == changes.Count - bad && result.FailedCount == bad && result.UnknownCount == 0 ? 0 : 1;
