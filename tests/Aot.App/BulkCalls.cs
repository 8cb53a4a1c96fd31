using BingAds;
using BingAds.Bulk;
using BingAds.Emulator;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;
using QuickStart;
using Samples;

namespace Aot.App;

/// <summary>An account up by file and down again, a change in one call, and a file on disk.</summary>
internal static class BulkCalls
{
    private const int Rows = 2 * ShopAccount.RowsOfCampaign;

    public static async Task RunAsync(BulkServiceManager manager, ApiTransport transport)
    {
        var sent = ShopAccount.Make(DemoCredentials.AccountId, Rows).ToList();
        foreach (var campaign in sent.OfType<BulkCampaign>())
        {
            campaign.Campaign!.Name += " over " + transport;
        }

        var uploaded = await manager.UploadEntitiesAsync(sent, new EntityUploadParameters { MaxEntitiesPerCall = 0 });
        Expect(uploaded.AppliedCount == Rows, $"a bulk upload: {uploaded}");

        var download = manager.DownloadEntitiesAsync(new() { DownloadEntities = [DownloadEntity.Campaigns, DownloadEntity.Keywords, DownloadEntity.ResponsiveSearchAds] });
        BulkKeyword? keyword = null;
        var ads = 0;
        await foreach (var entity in download)
        {
            keyword = entity as BulkKeyword ?? keyword;
            ads += entity is BulkResponsiveSearchAd { ResponsiveSearchAd.Headlines.Count: 3 } ? 1 : 0;
        }

        Expect(keyword?.Keyword is { Id: > 0, Bid.Amount: > 0 } && ads >= 28, "a bulk download");

        var change = new BulkKeyword { AdGroupId = keyword!.AdGroupId, Keyword = new Keyword { Id = keyword.Keyword!.Id, Bid = new Bid { Amount = 0.001 } } };
        var refused = await manager.UploadEntitiesAsync([change]);
        Expect(refused.Failed.Single().Errors[0].Code == 1515, "a bulk change that is refused");
        await SaveAsync(download.Operation!, manager);
    }

    private static async Task SaveAsync(BulkDownloadOperation operation, BulkServiceManager manager)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        try
        {
            await manager.DownloadFileAsync(BulkDownloadOperation.Parse(operation.ToString()), path);
            await using var reader = BulkFileReader.Open(path);
            var bids = 0;
            await foreach (var row in reader.ReadRows())
            {
                bids += row["Bid"].ParseOrNull<double>() > 0 ? 1 : 0;
            }

            Expect(bids > 0, "a bulk file read by rows");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Expect(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Not so: {what}.");
        }

        Say.Done("Checked", what);
    }
}
