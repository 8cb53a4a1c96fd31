using BingAds.Lake.App;
using BingAds.Reporting;

namespace BingAds.Analytics.Tests;

/// <summary>Many ask while some replace.</summary>
public sealed class LakeConcurrencyTests : IDisposable
{
    private const int Count = 25;
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_sees_one_replacement_wholly_while_others_are_made()
    {
        await ReplaceAsync(0);
        var isDone = false;
        var asking = Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            // Each has a lake of its own, as other processes would.
            var lake = Open();
            var queries = 0;
            do
            {
                await using var rows = await lake.QueryAsync("select count(*), min(Clicks), max(Clicks), count(distinct (TimePeriod, AccountId)) from KeywordPerformance", cancellationToken: Token);
                var row = await rows.SingleAsync(Token);
                var round = row.Get<long>(1);
                Assert.Equal(round, row.Get<long>(2));
                Assert.Equal(Rounds.DaysOf((int)round).Count() * 3, row.Get<int>(3));
                Assert.Equal(Rounds.DaysOf((int)round).Count() * 3 * Rounds.RowsPerDay, row.Get<int>(0));
                queries++;
            }
            while (!Volatile.Read(ref isDone));

            return queries;
        }));
        for (var round = 1; round <= Count; round++)
        {
            await ReplaceAsync(round);
        }

        Volatile.Write(ref isDone, true);

        Assert.All(await asking, static n => Assert.NotEqual(0, n));
    }

    [Fact]
    public async Task Replacements_at_once_leave_one_of_them()
    {
        await Task.WhenAll(Enumerable.Range(1, 6).Select(ReplaceAsync));

        await using var rows = await Open().QueryAsync("select distinct Clicks from KeywordPerformance", cancellationToken: Token);
        var rounds = await rows.Select(static r => (int)r.Get<long>(0)).ToListAsync(Token);

        Assert.Equal(Rounds.DaysOf(Assert.Single(rounds)).Count() * 3, (await Open().GetPartitionsAsync("KeywordPerformance", Token)).Count);
        Assert.DoesNotContain(_folder.Files(), static f => f.Contains(".lake/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wait_for_others_ends_with_an_error()
    {
        await ReplaceAsync(1);
        using var other = new FileStream(_folder["lake/.lake/data.lock"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var lake = new ReportLake(_folder["lake"], new() { LockTimeout = TimeSpan.FromMilliseconds(20) });

        var error = await Assert.ThrowsAsync<ReportLakeException>(() => lake.QueryAsync("select 1", cancellationToken: Token));

        Assert.Equal((LakeFault.Busy, true), (error.Fault, error.IsTransient));
    }

    public void Dispose() => _folder.Dispose();

    private ReportLake Open() => new(_folder["lake"], new() { FlushToDisk = false });

    private async Task ReplaceAsync(int round)
    {
        await using var reader = new ReportFileReader(new MemoryStream(Rounds.Report(round)));
        await Open().ReplaceAsync(reader, Rounds.Window, Token);
    }
}
