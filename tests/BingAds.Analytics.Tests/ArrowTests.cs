using Apache.Arrow;
using Apache.Arrow.Ipc;
using BingAds.Bench;
using BingAds.Errors;
using BingAds.Reporting;

namespace BingAds.Analytics.Tests;

public class ArrowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batches_go_through_an_IPC_stream()
    {
        const int Rows = 2_500;
        using var text = new MemoryStream();
        ReportSample.Write(text, Rows);
        text.Position = 0;
        using var ipc = new MemoryStream();
        await using (var reader = new ReportFileReader(text, leaveOpen: true))
        {
            ArrowStreamWriter? writer = null;
            await foreach (var batch in reader.ReadBatchesAsync(new() { RowsPerGroup = 1_000 }, Token))
            {
                writer ??= new ArrowStreamWriter(ipc, batch.Schema, leaveOpen: true);
                await writer.WriteRecordBatchAsync(batch, Token);
                batch.Dispose();
            }

            await writer!.WriteEndAsync(Token);
            writer.Dispose();
        }

        ipc.Position = 0;
        using var back = new ArrowStreamReader(ipc);
        var (clicks, spend, keywords) = (0L, 0m, new List<string>());
        var sizes = new List<int>();
        while (await back.ReadNextRecordBatchAsync(Token) is { } batch)
        {
            sizes.Add(batch.Length);
            clicks += ((Int64Array)batch.Column("Clicks")).Sum(static v => v ?? 0);
            var money = (Decimal128Array)batch.Column("Spend");
            spend += Enumerable.Range(0, batch.Length).Sum(i => money.GetValue(i) ?? 0);
            var names = (StringArray)batch.Column("Keyword");
            keywords.AddRange(Enumerable.Range(0, batch.Length).Select(i => names.GetString(i)));
        }

        Assert.Equal([1_000, 1_000, 500], sizes);
        Assert.Equal(Enumerable.Range(0, Rows).Sum(static i => (long)(i % 53)), clicks);
        Assert.Equal(Enumerable.Range(0, Rows).Sum(static i => i % 53 * (0.25m + (i % 500 / 100m))), spend);
        Assert.Equal(Enumerable.Range(0, Rows).Select(static i => $"red \"winter\" shoes {i}"), keywords);
        Assert.Equal("percent", back.Schema.GetFieldByName("Ctr").Metadata["bingads.unit"]);
        Assert.Equal("Daily", back.Schema.Metadata["bingads.aggregation"]);
    }

    [Fact]
    public async Task Short_file_gives_its_rows_and_then_the_error()
    {
        await using var reader = new ReportText("Clicks", "Impressions") { RowCount = 9 }.Row("1", "2").Row("3", "4").Open();
        var batches = reader.ReadBatchesAsync(cancellationToken: Token).GetAsyncEnumerator(Token);

        Assert.True(await batches.MoveNextAsync());
        Assert.Equal(2, batches.Current.Length);
        var error = await Assert.ThrowsAsync<FileFormatException>(async () => await batches.MoveNextAsync());
        Assert.Equal(FileFault.RowCountMismatch, error.Fault);
    }

    [Fact]
    public async Task Batch_stays_as_it_is_while_others_are_read()
    {
        var report = new ReportText("Clicks", "Keyword");
        for (var i = 0; i < 100; i++)
        {
            report.Row($"{i}", $"word {i % 7}");
        }

        await using var reader = report.Open();
        var batches = await reader.ReadBatchesAsync(new() { RowsPerGroup = 10 }, Token).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 100).Select(static i => (long?)i), batches.SelectMany(static b => (Int64Array)b.Column(0)));
        Assert.Equal(Enumerable.Range(0, 100).Select(static i => $"word {i % 7}"), batches.SelectMany(static b => Enumerable.Range(0, b.Length).Select(i => ((StringArray)b.Column(1)).GetString(i))));
    }
}
