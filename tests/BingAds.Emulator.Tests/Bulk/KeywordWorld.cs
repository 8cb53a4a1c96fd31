using System.Globalization;
using System.Text;
using BingAds.Bulk;
using BingAds.Emulator.Bulk;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>A world of keywords without parents: what these tests are about is jobs and files. Each keyword knows how often it was applied.</summary>
internal sealed class KeywordWorld : IBulkWorld
{
    public const string Family = "TestKeyword";

    /// <summary>Called before each row, to stop the work in the middle.</summary>
    public Action<int>? Before { get; set; }

    public int Applied { get; private set; }

    public IEnumerable<BulkEntity> Read(StoreSession session, BulkReadScope scope)
    {
        yield return new BulkAccount { Id = scope.Account, CustomerId = scope.Customer, SyncTime = scope.SyncTime };
        var rows = scope.Since is { } since ? session.Entities.ChangedSince(Family, scope.Account, since) : session.Entities.OfAccount(Family, scope.Account);
        foreach (var row in rows)
        {
            yield return Keyword(row.Id, row.Name!, double.Parse(row.Kind!, CultureInfo.InvariantCulture), row.Deleted ? "Deleted" : "Active");
        }
    }

    public IReadOnlyList<string> UnknownColumns(StoreSession session, BulkReadScope scope) => [];

    public BulkApplied Apply(StoreSession session, BulkUploadContext context, UploadedRow uploaded)
    {
        var number = Applied++;
        Before?.Invoke(number);
        var record = new BulkKeyword();
        RowBinding.Read(uploaded, record, new ItemErrors());
        if (uploaded.RecordType != "Keyword" || record.Keyword is not { } keyword)
            return BulkApplied.Failed([new BulkError { Number = 4203, Error = "BulkServiceUnknownTypeForRow" }]);
        if (keyword.Bid?.Amount is < 0.05)
            return BulkApplied.Failed([new BulkError { Number = 1515, Error = "CampaignServiceBidAmountsLessThanFloorPrice", FieldPath = "Bid" }]);
        var id = keyword.Id is > 0 and { } given ? given : session.Next(Family, 1, 5_001);
        if (keyword.Id is < 0 and { } key)
            context.Remember(session, Family, key, id);
        var bid = keyword.Bid?.Amount ?? 1;
        if (session.Entities.Find(Family, id) is { } old)
        {
            session.Entities.Update(old with { Kind = bid.ToString(CultureInfo.InvariantCulture), Body = [(byte)(old.Body[0] + 1)] });
            return BulkApplied.Done(Keyword(id, old.Name!, bid, "Active"));
        }

        session.Entities.Insert(new EntityRow(Family, id)
        {
            Account = context.Account,
            Customer = context.Customer,
            Name = keyword.Text,
            Kind = bid.ToString(CultureInfo.InvariantCulture),
            Body = [1],
        });
        return BulkApplied.Done(Keyword(id, keyword.Text!, bid, "Active"));
    }

    private static BulkKeyword Keyword(long id, string text, double bid, string status) => new()
    {
        AdGroupId = 77,
        Keyword = new() { Id = id, Text = text, Bid = new() { Amount = bid }, MatchType = "Exact", Status = status },
    };

    /// <summary>The text of a file with these rows, each <c>client id, id, text, bid</c>.</summary>
    public static string Csv(params IEnumerable<string> rows)
        => "Type,Client Id,Id,Keyword,Bid,Name\r\nFormat Version,,,,,6.0\r\n" + string.Concat(rows.Select(static r => $"Keyword,{r},\r\n"));

    public static string Csv(int count, int badEvery = 0)
    {
        var text = new StringBuilder();
        text.Append(Csv());
        for (var i = 0; i < count; i++)
        {
            var bid = badEvery > 0 && i % badEvery == 0 ? "0.01" : "0.5";
            text.Append(CultureInfo.InvariantCulture, $"Keyword,c{i},{-1 - i},word {i},{bid},\r\n");
        }

        return text.ToString();
    }
}
