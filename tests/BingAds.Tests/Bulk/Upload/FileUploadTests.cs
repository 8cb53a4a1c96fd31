using System.IO.Compression;
using BingAds.Bulk;
using BingAds.Errors;

namespace BingAds.Tests.Bulk.Upload;

/// <summary>Uploads of files that are there.</summary>
public sealed class FileUploadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bulk-upload-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("up.csv", true)]
    [InlineData("up.csv", false)]
    [InlineData("up.tsv", true)]
    [InlineData("up.zip", true)]
    public async Task File_within_the_limits_goes_as_it_is(string name, bool compress)
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var path = await WriteAsync(name, [Make.Campaign(-1, "a", "mine"), Make.Campaign(null, "bad b")]);

        var result = await manager.UploadFileAsync(new() { UploadFilePath = path, CompressUploadFile = compress }, null, Ct);

        var post = Assert.Single(fake.Posts);
        Assert.EndsWith(compress ? ".zip" : ".csv", post.FileName);
        Assert.Equal(await File.ReadAllBytesAsync(path, Ct), name.EndsWith(".zip", StringComparison.Ordinal) || !compress ? post.File : Unzip(post.File));
        Assert.True(result.HasErrors);
        var read = await ReadAsync(result.ResultFilePath);
        Assert.Equal([false, true], read.Select(static e => e.HasErrors));
        Assert.Equal("mine", ((BulkCampaign)read[0]).ClientId);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task File_beyond_the_limits_goes_in_parts_and_has_one_result()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var path = await WriteAsync("up.csv", [Make.Campaign(-1, "c", "mine"), Make.AdGroup(-1, -2, "g"), .. Enumerable.Range(0, 30).Select(static i => Make.Keyword(-2, (i == 7 ? "bad " : "k") + i, clientId: "c" + i))]);

        var result = await manager.UploadFileAsync(new() { UploadFilePath = path, MaxRowsPerFile = 10, ResultFileName = "result.zip" }, null, Ct);

        Assert.Equal(4, result.Operations.Count);
        Assert.True(result.HasErrors);
        Assert.Equal(31, fake.World.Records.Count);
        var read = await ReadAsync(result.ResultFilePath);
        Assert.Equal(32, read.Count);
        Assert.Equal("c7", Assert.IsType<BulkKeyword>(Assert.Single(read, static e => e.HasErrors)).ClientId);
    }

    [Fact]
    public async Task Result_that_is_there_is_not_replaced_unless_asked_for()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var path = await WriteAsync("up.csv", [Make.Campaign(-1, "a")]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "up.result.csv"), "old", Ct);

        await Assert.ThrowsAsync<IOException>(() => manager.UploadFileAsync(new() { UploadFilePath = path }, null, Ct));
        Assert.Empty(fake.Log);

        await manager.UploadFileAsync(new() { UploadFilePath = path, OverwriteResultFile = true }, null, Ct);
        Assert.Single(await ReadAsync(Path.Combine(_folder, "up.result.csv")));
    }

    [Fact]
    public async Task Job_that_failed_is_an_exception_with_the_handle()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnStatus = static u => u.Result is null ? null : "UploadFileFormatNotSupported";
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var path = await WriteAsync("up.csv", [Make.Campaign(-1, "a")]);

        var error = await Assert.ThrowsAsync<FileUploadException>(() => manager.UploadFileAsync(new() { UploadFilePath = path }, null, Ct));

        Assert.Contains("UploadFileFormatNotSupported", error.Message);
        Assert.Equal("r1", BulkUploadOperation.Parse(error.SavedOperation!).RequestId);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Other_endings_are_refused()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        await Assert.ThrowsAsync<ArgumentException>(() => manager.UploadFileAsync(new() { UploadFilePath = Path.Combine(_folder, "a.gz") }, null, Ct));
    }

    [Fact]
    public async Task Stream_that_cannot_seek_is_sent_once()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnPost = static post => post.Number == 0 ? PostFault.FileLost : PostFault.None;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var text = await File.ReadAllBytesAsync(await WriteAsync("up.csv", [Make.Campaign(-1, "a")]), Ct);

        var error = await Assert.ThrowsAsync<FileUploadException>(() => manager.SubmitUploadAsync(new() { Content = new BufferedStream(new OneWay(text)) }, Ct));
        var operation = await manager.SubmitUploadAsync(new() { Content = new MemoryStream(text) }, Ct);

        Assert.False(error.MayHaveArrived);
        Assert.Equal("Completed", (await manager.TrackAsync(operation, cancellationToken: Ct)).RequestStatus);
        Assert.Single(fake.World.Records);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> WriteAsync(string name, BulkEntity[] entities)
    {
        var path = Path.Combine(_folder, name);
        await using var writer = BulkFileWriter.Create(path);
        await writer.WriteAllAsync(entities, Ct);
        await writer.CompleteAsync(Ct);
        return path;
    }

    private static async Task<List<BulkEntity>> ReadAsync(string path)
    {
        await using var reader = BulkFileReader.Open(path);
        return await reader.ReadAsync(Ct).ToListAsync(Ct);
    }

    private static byte[] Unzip(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var text = new MemoryStream();
        using var entry = zip.Entries[0].Open();
        entry.CopyTo(text);
        return text.ToArray();
    }

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
