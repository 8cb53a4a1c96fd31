using System.Text;
using BingAds.Bulk;
using BingAds.Testing;
using BingAds.Tests.Clients;
using BingAds.V13.Bulk;

namespace BingAds.Tests.Bulk.Download;

/// <summary>A stub with a file of keywords, and a manager that downloads it on a clock whose waits are over at once.</summary>
internal sealed class DownloadFixture : IAsyncDisposable
{
    private DownloadFixture(DownloadStub stub, TimeProvider clock, TimeSpan attemptTimeout)
    {
        Stub = stub;
        Options = new ServiceClientOptions
        {
            BaseAddress = stub.Address, TimeProvider = clock, AttemptTimeout = attemptTimeout, TotalTimeout = Timeout.InfiniteTimeSpan, LoggerFactory = TraceCollector.LoggerFactory,
        };
        Manager = NewManager();
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public DownloadStub Stub { get; }

    public ServiceClientOptions Options { get; }

    public BulkServiceManager Manager { get; }

    public PauseClock Clock => (PauseClock)Options.TimeProvider;

    public static DownloadParameters Keywords => new() { DownloadEntities = [DownloadEntity.Keywords] };

    public static DownloadFixture Start(DownloadStub stub, TimeProvider? clock = null, TimeSpan? attemptTimeout = null) =>
        new(stub, clock ?? new PauseClock(), attemptTimeout ?? Timeout.InfiniteTimeSpan);

    public static DownloadFixture Start(int keywords, Func<byte[], DownloadStub>? stub = null) =>
        Start((stub ?? (static f => new DownloadStub(f)))(DownloadStub.Zip(Text(keywords))));

    /// <summary>A file with so many keywords, of which each tenth has a suggested bid and an error after it.</summary>
    public static string Text(int keywords)
    {
        var text = new StringBuilder("Type,Status,Id,Parent Id,Sync Time,Keyword,Bid,Error,Error Number,Name\r\nFormat Version,,,,,,,,,6.0\r\nAccount,,111,900,11/24/2026 09:00:00,,,,,\r\n");
        for (var i = 0; i < keywords; i++)
        {
            text.Append("Keyword,Active,").Append(i + 1).Append(",77,,boot ").Append((i * 7919) % 100_003).Append(",0.5,,,\r\n");
            if (i % 10 == 0)
            {
                text.Append("Keyword First Page Bid,,,,,boot,1.25,,,\r\nKeyword Error,,,,,,,Name,1515,\r\n");
            }
        }

        return text.ToString();
    }

    public BulkServiceManager NewManager() => new(
        new AuthorizationData
        {
            AccountId = 111, CustomerId = 900, DeveloperToken = TestSecrets.DeveloperToken,
            Authentication = new TokenSourceAuthentication(static (_, _) => new(TestSecrets.AccessToken)),
        },
        Options);

    /// <summary>Each keyword must come once, with what belongs to it.</summary>
    public static void AssertWhole(IReadOnlyList<BulkEntity> entities, int keywords)
    {
        Assert.IsType<BulkAccount>(entities[0]);
        Assert.Equal(Enumerable.Range(1, keywords).Select(static i => (long?)i), entities.Skip(1).Select(static e => Assert.IsType<BulkKeyword>(e).Keyword!.Id));
        foreach (var keyword in entities.OfType<BulkKeyword>())
        {
            var hasMore = keyword.Keyword!.Id % 10 == 1;
            Assert.Equal(hasMore, keyword.BidSuggestions?.FirstPage is BulkKeywordFirstPageBid);
            Assert.Equal(hasMore ? 1 : 0, keyword.Errors.Count);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Manager.Dispose();
        await Stub.DisposeAsync();
    }
}
