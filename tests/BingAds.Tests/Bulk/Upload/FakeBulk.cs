using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using BingAds.Testing;
using BingAds.Tests.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BingAds.Tests.Bulk.Upload;

/// <summary>The bulk service's side of uploads on 127.0.0.1: addresses, the POST, statuses, results, and faults in all of them.</summary>
internal sealed class FakeBulk : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Exception> _wrong = new();
    private int _nextRequest;
    private int _open;

    private FakeBulk(WebApplication app)
    {
        _app = app;
        Options = new ServiceClientOptions
        {
            TimeProvider = new PauseClock(), AttemptTimeout = Timeout.InfiniteTimeSpan, TotalTimeout = Timeout.InfiniteTimeSpan, LoggerFactory = TraceCollector.LoggerFactory,
        };
    }

    public ServiceClientOptions Options { get; }

    public AuthorizationData Authorization { get; } = new()
    {
        AccountId = 111, CustomerId = 900, DeveloperToken = TestSecrets.DeveloperToken,
        Authentication = new TokenSourceAuthentication(static (_, _) => new(TestSecrets.AccessToken)),
    };

    public FakeWorld World { get; } = new();

    public ConcurrentDictionary<string, FakeUpload> Uploads { get; } = new();

    /// <summary>What was asked, by the last part of the path.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>The headers and the form of each POST.</summary>
    public ConcurrentQueue<FakePost> Posts { get; } = new();

    /// <summary>What each POST meets.</summary>
    public Func<FakePost, PostFault> OnPost { get; set; } = static _ => PostFault.None;

    /// <summary>A status other than the job's; null for the job's own.</summary>
    public Func<FakeUpload, string?> OnStatus { get; set; } = static _ => null;

    /// <summary>An answer other than a result: a status, or a number of bytes after which the connection is cut (negative).</summary>
    public Func<FakeUpload, int?> OnResult { get; set; } = static _ => null;

    /// <summary>A fault for a call of an operation; null for none.</summary>
    public Func<string, (int Status, int Code, string Name)?> OnCall { get; set; } = static _ => null;

    /// <summary>How often a job is in progress before it is done.</summary>
    public int Polls { get; set; }

    /// <summary>Most uploads that were sent and not done at one time.</summary>
    public int MostOpen { get; private set; }

    public bool TakesRecords { get; set; }

    public static async Task<FakeBulk> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static k =>
        {
            k.Listen(IPAddress.Loopback, 0);
            k.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var fake = new FakeBulk(app);
        app.Run(fake.ServeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        fake.Options.BaseAddress = new Uri(app.Urls.First());
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (_wrong.TryDequeue(out var wrong))
        {
            throw new InvalidOperationException("The service was used wrongly.", wrong);
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Log.Enqueue(path.StartsWith("/upload/", StringComparison.Ordinal) ? "post" : path.StartsWith("/result/", StringComparison.Ordinal) ? "result" : path[(path.IndexOf("v13/", StringComparison.Ordinal) + 4)..]);
        try
        {
            if (path.StartsWith("/upload/", StringComparison.Ordinal))
            {
                await TakePostAsync(context, Uploads[path["/upload/".Length..]]);
            }
            else if (path.StartsWith("/result/", StringComparison.Ordinal))
            {
                await GiveResultAsync(context, Uploads[path["/result/".Length..]]);
            }
            else
            {
                await CallAsync(context, path[(path.IndexOf("v13/", StringComparison.Ordinal) + 4)..]);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or BadHttpRequestException)
        {
            context.Abort();
        }
        catch (Exception exception)
        {
            // What the fake finds wrong is the test's failure, not a status that the code under test makes something of.
            _wrong.Enqueue(exception);
            throw;
        }
    }

    private async Task CallAsync(HttpContext context, string route)
    {
        if (OnCall(route) is { } fault)
        {
            await JsonAsync(context, fault.Status, new JsonObject
            {
                ["TrackingId"] = "t-fault", ["Type"] = "AdApiFaultDetail", ["Errors"] = new JsonArray(new JsonObject { ["Code"] = fault.Code, ["ErrorCode"] = fault.Name, ["Message"] = "m" }),
            });
            return;
        }

        var request = (await JsonNode.ParseAsync(context.Request.Body))!;
        switch (route)
        {
            case "BulkUploadUrl/Query":
                var upload = new FakeUpload($"r{Interlocked.Increment(ref _nextRequest)}", request["ResponseMode"]!.GetValue<string>() == "ErrorsOnly");
                Uploads[upload.Id] = upload;
                await JsonAsync(context, 200, new JsonObject { ["RequestId"] = upload.Id, ["UploadUrl"] = $"{Options.BaseAddress}upload/{upload.Id}?sig=verysecretsignature" });
                return;
            case "BulkUploadStatus/Query":
                await StatusAsync(context, Uploads[request["RequestId"]!.GetValue<string>()]);
                return;
            case "EntityRecords/Upload" when TakesRecords:
                var text = string.Concat(request["EntityRecords"]!.AsArray().Select(static r => r!.GetValue<string>()));
                var (result, hasErrors) = await World.ApplyAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), request["ResponseMode"]!.GetValue<string>() == "ErrorsOnly");
                var rows = System.Text.Encoding.UTF8.GetString(result).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
                await JsonAsync(context, 200, new JsonObject
                {
                    ["EntityRecords"] = new JsonArray([.. rows.Select(static r => (JsonNode)r)]), ["RequestStatus"] = hasErrors ? "CompletedWithErrors" : "Completed", ["RequestId"] = null,
                });
                return;
            case "EntityRecords/Upload":
                await JsonAsync(context, 500, new JsonObject { ["TrackingId"] = "t", ["Type"] = "ApiFaultDetail", ["OperationErrors"] = new JsonArray(new JsonObject { ["Code"] = 204, ["ErrorCode"] = "OperationNotSupported", ["Message"] = "no" }) });
                return;
            default:
                context.Response.StatusCode = 404;
                return;
        }
    }

    private async Task StatusAsync(HttpContext context, FakeUpload upload)
    {
        var status = OnStatus(upload) ?? (upload.Result is null ? "PendingFileUpload" : upload.Polls++ < Polls ? "InProgress" : upload.HasErrors ? "CompletedWithErrors" : "Completed");
        if (status is not ("PendingFileUpload" or "InProgress") && !upload.IsClosed)
        {
            upload.IsClosed = true;
            Interlocked.Decrement(ref _open);
        }

        await JsonAsync(context, 200, new JsonObject
        {
            ["RequestStatus"] = status, ["PercentComplete"] = status == "InProgress" ? 50 : 100, ["Errors"] = new JsonArray(),
            ["ResultFileUrl"] = upload.Result is not null && status.StartsWith("Completed", StringComparison.Ordinal) ? $"{Options.BaseAddress}result/{upload.Id}?sig=verysecretsignature" : null,
        });
    }

    private async Task TakePostAsync(HttpContext context, FakeUpload upload)
    {
        var post = new FakePost(upload, Posts.Count, context.Request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString()), context.Request.ContentType ?? "");
        Posts.Enqueue(post);
        var fault = upload.IsUsed ? PostFault.Refuse(400, 3224, "BulkServiceUrlAlreadyUsedForUpload") : OnPost(post);
        if (fault.Status is { } refusal)
        {
            if (fault.AfterBody)
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
            }

            await JsonAsync(context, refusal, fault.Code == 0 ? [] : new JsonObject { ["TrackingId"] = "t-post", ["RequestId"] = upload.Id, ["Code"] = fault.Code, ["ErrorCode"] = fault.Name, ["Message"] = "refused" });
            return;
        }

        if (fault.CutAt is { } bytes)
        {
            await ReadSomeAsync(context.Request.Body, bytes);
            context.Abort();
            return;
        }

        await TakeFileAsync(context, upload, post, fault);
    }

    private async Task TakeFileAsync(HttpContext context, FakeUpload upload, FakePost post, PostFault fault)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (fault.LosesFile)
        {
            context.Abort();
            return;
        }

        upload.IsUsed = true;
        (post.FileName, post.File) = FormReader.Read(body.ToArray(), post.ContentType);
        (upload.Result, upload.HasErrors) = await World.ApplyAsync(new MemoryStream(post.File), upload.ErrorsOnly);
        MostOpen = Math.Max(MostOpen, Interlocked.Increment(ref _open));
        if (fault.CutsAnswer)
        {
            context.Abort();
        }
    }

    private async Task GiveResultAsync(HttpContext context, FakeUpload upload)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("result.csv").Open())
        {
            await entry.WriteAsync(upload.Result);
        }

        switch (OnResult(upload))
        {
            case > 0 and var status:
                context.Response.StatusCode = status;
                return;
            case < 0 and var cut:
                context.Response.ContentLength = zip.Length;
                await context.Response.Body.WriteAsync(zip.GetBuffer().AsMemory(0, (int)Math.Min(-cut, zip.Length / 2)));
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
            default:
                Assert.False(context.Request.Headers.ContainsKey("DeveloperToken"));
                await context.Response.Body.WriteAsync(zip.GetBuffer().AsMemory(0, (int)zip.Length));
                return;
        }
    }

    private static async Task ReadSomeAsync(Stream body, int bytes)
    {
        var buffer = new byte[Math.Max(bytes, 1)];
        if (bytes > 0)
        {
            await body.ReadAtLeastAsync(buffer, bytes, throwOnEndOfStream: false);
        }
    }

    private static async Task JsonAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
    }
}

/// <summary>An address that was given, and what came of it.</summary>
internal sealed class FakeUpload(string id, bool errorsOnly)
{
    public string Id => id;

    public bool ErrorsOnly => errorsOnly;

    public bool IsUsed { get; set; }

    public bool IsClosed { get; set; }

    public bool HasErrors { get; set; }

    public byte[]? Result { get; set; }

    public int Polls { get; set; }
}

/// <summary>A POST as it came.</summary>
internal sealed record FakePost(FakeUpload Upload, int Number, Dictionary<string, string> Headers, string ContentType)
{
    public string FileName { get; set; } = "";

    public byte[] File { get; set; } = [];
}

/// <summary>What a POST meets.</summary>
internal sealed record PostFault
{
    public static PostFault None { get; } = new();

    /// <summary>The whole file came and was taken, and the answer is lost.</summary>
    public static PostFault AnswerLost { get; } = new() { CutsAnswer = true };

    /// <summary>The whole file came, and the service has nothing of it.</summary>
    public static PostFault FileLost { get; } = new() { LosesFile = true };

    public int? Status { get; private init; }

    public int Code { get; private init; }

    public string Name { get; private init; } = "";

    public bool AfterBody { get; private init; }

    public int? CutAt { get; private init; }

    public bool CutsAnswer { get; private init; }

    public bool LosesFile { get; private init; }

    public static PostFault Refuse(int status, int code, string name, bool afterBody = false) => new() { Status = status, Code = code, Name = name, AfterBody = afterBody };

    public static PostFault Cut(int bytes) => new() { CutAt = bytes };
}

/// <summary>Reads a form with one file strictly: a part of another name, a second part or a missing end is an error.</summary>
internal static class FormReader
{
    public static (string Name, byte[] File) Read(byte[] body, string contentType)
    {
        var boundary = contentType[(contentType.IndexOf("boundary=", StringComparison.Ordinal) + 9)..];
        var text = System.Text.Encoding.Latin1.GetString(body);
        var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = text[..headEnd];
        Assert.StartsWith($"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"", head);
        var tail = $"\r\n--{boundary}--\r\n";
        Assert.EndsWith(tail, text);
        Assert.Equal(2, text.Split("\r\n--" + boundary).Length);
        var name = head.Split("filename=\"")[1].Split('"')[0];
        return (name, body[(headEnd + 4)..^tail.Length]);
    }
}
