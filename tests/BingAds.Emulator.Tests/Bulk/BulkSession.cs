using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.OAuth;
using BingAds.Emulator.Store;
using BingAds.Testing;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>An emulator with a stopped clock, the SDK's Bulk client on it, and plain HTTP for its files.</summary>
internal sealed class BulkSession : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 10, 0, 0, 250, TimeSpan.Zero);

    private readonly EmulatorHost? _emulator;
    private readonly OAuthDesktopMobileAuthCodeGrant _signIn;

    private BulkSession(Uri address, TimeProvider clock, EmulatorHost? emulator, OAuthDesktopMobileAuthCodeGrant signIn, ApiTransport transport)
    {
        _emulator = emulator;
        _signIn = signIn;
        Authorization = new AuthorizationData
        {
            DeveloperToken = DemoCredentials.DeveloperToken,
            CustomerId = DemoCredentials.CustomerId,
            AccountId = DemoCredentials.AccountId,
            Authentication = signIn,
        };
        Http = new HttpClient { BaseAddress = address };
        var options = new ServiceClientOptions { BaseAddress = address, Transport = transport, TimeProvider = clock };
        options.Retry.MaxRetries = 0;
        options.LoggerFactory = TraceCollector.LoggerFactory;
        Client = new BulkClient(Authorization, options);
    }

    public EmulatorHost Emulator => _emulator ?? throw new InvalidOperationException("The emulator is in another process.");

    public AuthorizationData Authorization { get; }

    public BulkClient Client { get; }

    public HttpClient Http { get; }

    public static Task<BulkSession> StartAsync(Action<EmulatorOptions>? configure = null, ApiTransport transport = ApiTransport.Rest)
        => StartAsync(new KeywordWorld(), configure, transport);

    public static async Task<BulkSession> StartAsync(IBulkWorld world, Action<EmulatorOptions>? configure = null, ApiTransport transport = ApiTransport.Rest)
    {
        var options = new EmulatorOptions();
        options.Clock.Freeze(Now);
        configure?.Invoke(options);
        var emulator = EmulatorHost.Build(options, world: world);
        await emulator.OpenAsync();
        return await ConnectAsync(emulator.BaseAddress, options.Clock, emulator, transport);
    }

    /// <summary>The same on an emulator in another process.</summary>
    public static Task<BulkSession> ConnectAsync(Uri address) => ConnectAsync(address, TimeProvider.System, null, ApiTransport.Rest);

    private static async Task<BulkSession> ConnectAsync(Uri address, TimeProvider clock, EmulatorHost? emulator, ApiTransport transport)
    {
        var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, new OAuthOptions { SignInBaseAddress = address, TimeProvider = clock });
        var session = new BulkSession(address, clock, emulator, signIn, transport);
        await session.SignInAsync();
        return session;
    }

    public async Task SignInAsync() => await _signIn.RequestOAuthTokensByRefreshTokenAsync(DemoCredentials.RefreshToken);

    public static DownloadCampaignsByAccountIdsRequest Download(Action<DownloadCampaignsByAccountIdsRequest>? change = null)
    {
        var request = new DownloadCampaignsByAccountIdsRequest { AccountIds = [DemoCredentials.AccountId], DownloadEntities = [DownloadEntity.Keywords], FormatVersion = "6.0" };
        change?.Invoke(request);
        return request;
    }

    public async Task<string> SubmitAsync(Action<DownloadCampaignsByAccountIdsRequest>? change = null)
        => (await Client.DownloadCampaignsByAccountIdsAsync(Download(change))).DownloadRequestId!;

    /// <summary>The link to a download that is awaited.</summary>
    public async Task<string> DownloadLinkAsync(Action<DownloadCampaignsByAccountIdsRequest>? change = null)
    {
        var id = await SubmitAsync(change);
        var status = await UntilAsync(async () => await Client.GetBulkDownloadStatusAsync(new() { RequestId = id }), static s => s.RequestStatus != "InProgress");
        Assert.Equal(("Completed", 100), (status.RequestStatus, status.PercentComplete));
        return status.ResultFileUrl!;
    }

    public async Task<GetBulkUploadUrlResponse> UploadUrlAsync(ResponseMode? mode = null)
        => await Client.GetBulkUploadUrlAsync(new() { AccountId = DemoCredentials.AccountId, ResponseMode = mode ?? ResponseMode.ErrorsAndResults });

    public async Task<GetBulkUploadStatusResponse> StatusAsync(string? id) => await Client.GetBulkUploadStatusAsync(new() { RequestId = id });

    public async Task<GetBulkUploadStatusResponse> FinalAsync(string? id)
        => await UntilAsync(() => StatusAsync(id), static s => s.RequestStatus is not ("FileUploaded" or "InProgress"));

    /// <summary>Uploads a file and waits for its job.</summary>
    public async Task<GetBulkUploadStatusResponse> UploadAsync(byte[] file, string name, ResponseMode? mode = null)
    {
        var target = await UploadUrlAsync(mode);
        using var answer = await PostAsync(target.UploadUrl!, Form(file, name));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await FinalAsync(target.RequestId);
    }

    public async Task<HttpResponseMessage> PostAsync(string url, HttpContent content, Action<HttpRequestHeaders>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.Add("AuthenticationToken", _signIn.OAuthTokens!.AccessToken);
        request.Headers.Add("DeveloperToken", DemoCredentials.DeveloperToken);
        request.Headers.Add("CustomerId", $"{DemoCredentials.CustomerId}");
        request.Headers.Add("AccountId", $"{DemoCredentials.AccountId}");
        change?.Invoke(request.Headers);
        return await Http.SendAsync(request);
    }

    public static MultipartFormDataContent Form(byte[] file, string name, string part = "file")
        => new() { { new ByteArrayContent(file) { Headers = { ContentType = new("application/octet-stream") } }, part, name } };

    public static byte[] Text(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return target.ToArray();
    }

    /// <summary>The lines of the text in a zip.</summary>
    public static string[] Unzip(byte[] file, out string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var entry = Assert.Single(zip.Entries);
        name = entry.Name;
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The result's rows by column.</summary>
    public async Task<List<Dictionary<string, string>>> ResultAsync(string url)
    {
        var lines = Unzip(await Http.GetByteArrayAsync(url), out _);
        var names = lines[0].TrimStart('\uFEFF').Split(',');
        return [.. lines.Skip(1).Select(l => names.Zip(l.Split(',')).Where(static p => p.Second.Length > 0).ToDictionary(static p => p.First, static p => p.Second))];
    }

    /// <summary>A token of a new user with some role on the demo customer.</summary>
    public async Task<string> OtherUserAsync(int role) => await Emulator.State.Store.RunAsync(session =>
    {
        session.People.Add(90_001, "bob@example.test", "x");
        session.People.SetRole(new Role(90_001, DemoCredentials.CustomerId, role));
        return Emulator.State.Tokens.Access(session, 90_001, SignInProvider.Microsoft, "https://ads.microsoft.com/msads.manage").Token;
    });

    /// <summary>Waits for the work of a job, whatever callers are told of it: on a busy machine even a small one is not done by the first look.</summary>
    public async Task WorkAsync(string? id)
        => await UntilAsync(async () => await Emulator.State.Store.RunAsync(s => s.Jobs.Find(id!)), static job => job!.IsFinal);

    /// <summary>Asks again until it holds. The work is real, so a large job is not done by the first look.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> holds)
    {
        while (true)
        {
            if (await ask() is var answer && holds(answer))
                return answer;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        _signIn.Dispose();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }

    /// <summary>Statuses of the answers to a call, in the order of its requests.</summary>
    public IEnumerable<int> Answers(string call) => Emulator.Journal.Entries.Where(e => e.Call == call).Select(static e => e.Status);
}
