using BingAds.Errors;
using BingAds.Reporting;
using Microsoft.Extensions.Time.Testing;

namespace BingAds.Tests.Reporting.Download;

/// <summary>The ids of reports in a folder: kept over restarts, locked between processes, and never lost in silence.</summary>
public sealed class FileReportJobStoreTests : IDisposable
{
    private static readonly DateTimeOffset s_begun = DateTimeOffset.FromUnixTimeSeconds(1_795_000_000);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ReportJobEntry Intent => new() { BegunAt = s_begun };

    private static ReportJobEntry Job(string id = "id 1") => Intent with { Operation = new() { RequestId = id, ReportName = "daily; \"x\"", RequestKey = "key1", SubmittedAt = s_begun } };

    private string KeyFile => _folder.File("key1.job");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FileReportJobStore_gives_what_another_one_kept()
    {
        await using (var held = await Store().LockAsync("key1", Ct))
        {
            Assert.Null(held.Entry);
            await held.WriteAsync(Intent, Ct);
            await held.WriteAsync(Job(), Ct);
        }

        Assert.Equal(Job(), await ReadAsync());
        await using (var held = await Store().LockAsync("key1", Ct))
        {
            await held.WriteAsync(Intent, Ct);
        }

        // The one before is of no use any more once another submission was begun.
        Assert.Equal(Intent, await ReadAsync());
        await using (var held = await Store().LockAsync("key1", Ct))
        {
            await held.RemoveAsync(Ct);
        }

        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task FileReportJobStore_lets_one_holder_at_a_time_have_a_key()
    {
        var (one, other) = (Store(), Store());
        var first = await one.LockAsync("key1", Ct);
        var second = other.LockAsync("key1", Ct).AsTask();
        var third = one.LockAsync("key1", Ct).AsTask();
        await (await one.LockAsync("key2", Ct)).DisposeAsync();
        Assert.False(second.IsCompleted || third.IsCompleted);

        await first.WriteAsync(Job(), Ct);
        await first.DisposeAsync();
        await first.DisposeAsync();

        var next = await Task.WhenAny(second, third);
        Assert.Equal(Job(), (await next).Entry);
        await (await next).DisposeAsync();
        await (await (next == second ? third : second)).DisposeAsync();
    }

    [Fact]
    public async Task FileReportJobStore_says_when_a_key_stays_locked()
    {
        await using var held = await Store().LockAsync("key1", Ct);

        var error = await Assert.ThrowsAsync<ReportJobStoreException>(async () => await new FileReportJobStore(_folder.Path, TimeSpan.FromMilliseconds(20)).LockAsync("key1", Ct));

        Assert.True(error.IsTransient);
        using var source = new CancellationTokenSource(20);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store().LockAsync("key1", source.Token));
    }

    [Fact]
    public async Task FileReportJobStore_sets_aside_what_was_cut_or_changed_at_any_byte()
    {
        await using (var held = await Store().LockAsync("key1", Ct))
        {
            await held.WriteAsync(Intent, Ct);
            await held.WriteAsync(Job(), Ct);
        }

        var whole = await File.ReadAllBytesAsync(KeyFile, Ct);
        var intent = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var at = 1; at < whole.Length; at++)
        {
            var isCut = at % 2 == 0;
            var bytes = isCut ? whole[..at] : whole.ToArray();
            if (!isCut)
            {
                bytes[at] ^= 1;
            }

            await File.WriteAllBytesAsync(KeyFile, bytes, Ct);
            var told = new List<string>();
            var entry = await ReadAsync(new FileReportJobStore(_folder.Path) { Damaged = told.Add });

            if (isCut && at == intent)
            {
                Assert.Empty(told);
                Assert.Equal(Intent, entry);
                continue;
            }

            Assert.Equal(at >= intent ? Intent : null, entry);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(told), Ct));
            Assert.EndsWith(".damaged", told[0], StringComparison.Ordinal);
            Assert.Empty(await File.ReadAllBytesAsync(KeyFile, Ct));
            File.Delete(told[0]);
        }
    }

    [Fact]
    public async Task FileReportJobStore_does_not_touch_what_a_later_version_wrote()
    {
        await using (var held = await Store().LockAsync("key1", Ct))
        {
            await held.WriteAsync(Job(), Ct);
        }

        var text = (await File.ReadAllTextAsync(KeyFile, Ct)).Replace("report-job;1;", "report-job;2;", StringComparison.Ordinal);
        var line = text[..text.LastIndexOf(";sum=", StringComparison.Ordinal)];
        var later = $"{line};sum={SumOf(line)}\n";
        await File.WriteAllTextAsync(KeyFile, later, Ct);

        var error = await Assert.ThrowsAsync<ReportJobStoreException>(() => ReadAsync());

        Assert.Contains("later version", error.Message, StringComparison.Ordinal);
        Assert.Equal(later, await File.ReadAllTextAsync(KeyFile, Ct));
    }

    [Fact]
    public async Task FileReportJobStore_deletes_what_is_old_and_nothing_that_is_in_use()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var store = new FileReportJobStore(_folder.Path, timeProvider: clock);
        foreach (var key in new[] { "old", "used", "young" })
        {
            await using var held = await store.LockAsync(key, Ct);
            await held.WriteAsync(Job(), Ct);
        }

        foreach (var key in new[] { "old", "used" })
        {
            File.SetLastWriteTimeUtc(_folder.File(key + ".job"), DateTime.UtcNow.AddDays(-4));
        }

        await using (await Store().LockAsync("used", Ct))
        {
            clock.Advance(TimeSpan.FromHours(2));
            await (await store.LockAsync("young", Ct)).DisposeAsync();
        }

        Assert.Equal(["used.job", "young.job"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task FileReportJobStore_uses_a_file_whose_deletion_did_not_end()
    {
        await File.WriteAllTextAsync(KeyFile, "gone\n", Ct);

        await using (var held = await Store().LockAsync("key1", Ct))
        {
            Assert.Null(held.Entry);
            await held.WriteAsync(Intent, Ct);
            await held.WriteAsync(Job(), Ct);
        }

        Assert.Equal(Job(), await ReadAsync());
    }

    [Fact]
    public async Task FileReportJobStore_takes_no_key_that_leads_out_of_its_folder()
    {
        foreach (var key in new[] { "", "../x", "a/b", "a.b", new string('a', 65) })
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store().LockAsync(key, Ct));
        }
    }

    [Fact]
    public async Task Manager_that_is_started_again_goes_on_with_the_reports_of_the_one_before()
    {
        await using var f = ReportFixture.Start();
        f.Settings.Jobs = Store();
        f.Stub.Plan = ["Pending"];
        await f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct);
        f.Manager.Dispose();
        f.Stub.Say("report 1", "Success");
        f.Settings.Jobs = Store();
        using var again = f.NewManager();

        await using var reader = await again.DownloadReportAsync(ReportFixture.Days(), cancellationToken: Ct);

        Assert.Equal(5, await ReportFixture.CountRowsAsync(reader));
        Assert.Equal(1, f.Stub.Attempts);
    }

    [Fact]
    public async Task Submission_whose_answer_was_lost_leaves_a_trace_and_is_made_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There a file that is locked cannot be copied.");
        await using var f = ReportFixture.Start();
        f.Settings.Jobs = Store();
        var reached = f.Stub.HoldAsync();
        var submitting = f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct);
        await reached;

        // As a process that is killed now leaves it: another one finds the file with one line.
        var file = Assert.Single(Directory.GetFiles(_folder.Path));
        var copy = Path.Combine(Directory.CreateDirectory(_folder.File("copy")).FullName, Path.GetFileName(file));
        await File.WriteAllBytesAsync(copy, await ReadUnlockedAsync(file), Ct);
        f.Stub.Release();
        await submitting;
        f.Settings.Jobs = new FileReportJobStore(_folder.File("copy"));
        using var again = f.NewManager();

        Assert.True(ReportJobEntry.TryParse((await File.ReadAllTextAsync(copy, Ct)).Split(";sum=")[0], out var entry));
        Assert.Null(entry.Operation);
        Assert.Equal("report 2", (await again.SubmitDownloadAsync(ReportFixture.Days(), Ct)).RequestId);
        Assert.True((await f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct)).IsReused);
    }

    [Fact]
    public async Task Refused_submission_leaves_no_trace()
    {
        await using var f = ReportFixture.Start();
        f.Settings.Jobs = Store();
        f.Stub.Faults.Enqueue(2004);

        await Assert.ThrowsAsync<ApiException>(() => f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct));

        Assert.Empty(await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder.Path)), Ct));
    }

    [Fact]
    public async Task Store_that_cannot_keep_a_report_says_which_one()
    {
        await using var f = ReportFixture.Start();
        f.Settings.Jobs = new FailingStore(new MemoryReportJobStore());

        var error = await Assert.ThrowsAsync<ReportJobStoreException>(() => f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct));

        Assert.Equal("report 1", ReportingDownloadOperation.Parse(error.SavedOperation!).RequestId);
    }

    private FileReportJobStore Store() => new(_folder.Path);

    private Task<ReportJobEntry?> ReadAsync() => ReadAsync(Store());

    private static string SumOf(string line)
    {
        // The checksum of zip files, bit by bit.
        var sum = uint.MaxValue;
        foreach (var value in System.Text.Encoding.UTF8.GetBytes(line))
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return (~sum).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<ReportJobEntry?> ReadAsync(FileReportJobStore store)
    {
        await using var held = await store.LockAsync("key1", Ct);
        return held.Entry;
    }

    // The lock is between those who ask for it, and every reader of this platform does.
    private static async Task<byte[]> ReadUnlockedAsync(string file)
    {
        using var copied = new MemoryStream();
        using var reading = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true })!;
        await reading.StandardOutput.BaseStream.CopyToAsync(copied, Ct);
        await reading.WaitForExitAsync(Ct);
        return copied.ToArray();
    }

    private sealed class FailingStore(IReportJobStore inner) : IReportJobStore
    {
        public async ValueTask<IReportJobLock> LockAsync(string key, CancellationToken cancellationToken = default) => new Held(await inner.LockAsync(key, cancellationToken));

        private sealed class Held(IReportJobLock inner) : IReportJobLock
        {
            public ReportJobEntry? Entry => inner.Entry;

            public ValueTask WriteAsync(ReportJobEntry entry, CancellationToken cancellationToken = default) =>
                entry.Operation is null ? inner.WriteAsync(entry, cancellationToken) : throw new ReportJobStoreException("The disk is full.");

            public ValueTask RemoveAsync(CancellationToken cancellationToken = default) => inner.RemoveAsync(cancellationToken);

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
