using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Emulator.OAuth;
using BingAds.Emulator.Reports;
using BingAds.Emulator.Store;
using BingAds.Reporting;
using BingAds.Testing;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>An emulator with a stopped clock, the SDK's Reporting client on it, and plain HTTP for its files.</summary>
internal sealed class ReportSession : IAsyncDisposable
{
    /// <summary>Ten in the morning in Greenwich, a Monday; two at night in California, where data ends an hour before midnight.</summary>
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly OAuthDesktopMobileAuthCodeGrant _signIn;

    private ReportSession(EmulatorHost emulator, OAuthDesktopMobileAuthCodeGrant signIn, ApiTransport transport, TimeProvider clock)
    {
        Emulator = emulator;
        _signIn = signIn;
        Http = new HttpClient { BaseAddress = emulator.BaseAddress };
        Client = Connect(signIn, transport, clock);
    }

    public EmulatorHost Emulator { get; }

    public ReportingClient Client { get; }

    public HttpClient Http { get; }

    public string AccessToken => _signIn.OAuthTokens!.AccessToken;

    public static Task<ReportSession> StartAsync(Action<EmulatorOptions>? configure = null, ApiTransport transport = ApiTransport.Rest) => StartAsync(new MadeFigures(), configure, transport);

    /// <param name="figures">Null for the emulator's own.</param>
    public static async Task<ReportSession> StartAsync(IReportFigures? figures, Action<EmulatorOptions>? configure = null, ApiTransport transport = ApiTransport.Rest)
    {
        var options = new EmulatorOptions();
        options.Clock.Freeze(Now);
        configure?.Invoke(options);
        var emulator = EmulatorHost.Build(options, figures: figures);
        await emulator.OpenAsync();
        var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, new OAuthOptions { SignInBaseAddress = emulator.BaseAddress, TimeProvider = options.Clock });
        await signIn.RequestOAuthTokensByRefreshTokenAsync(DemoCredentials.RefreshToken);
        return new ReportSession(emulator, signIn, transport, options.Clock);
    }

    /// <summary>The least that can be asked for, of a type of report, without any check; some members changed.</summary>
    public static ReportRequest Minimal(string type, string changes = "{}")
    {
        var facts = ReportTypes.Find(type)!;
        var json = new JsonObject { ["Type"] = facts.RequestName, ["Scope"] = new JsonObject { ["AccountIds"] = new JsonArray(DemoCredentials.AccountId) } };
        var aggregation = !facts.HasAggregation ? null : facts.Aggregations.FirstOrDefault() ?? (facts.HasColumn("TimePeriod") ? "Daily" : facts.HasSummary ? "Summary" : "Daily");
        if (aggregation is not null)
            json["Aggregation"] = aggregation;
        json["Columns"] = new JsonArray([.. Columns(facts, aggregation).Select(static c => (JsonNode)c)]);
        if (facts.HasTime)
            json["Time"] = JsonNode.Parse("""{"CustomDateRangeStart": {"Year": 2027, "Month": 2, "Day": 20}, "CustomDateRangeEnd": {"Year": 2027, "Month": 2, "Day": 26}}""");
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            if (value is null)
                json.Remove(name);
            else
                json[name] = value.DeepClone();
        }

        return WireJson.Read<SubmitGenerateReportRequest>(Encoding.UTF8.GetBytes(new JsonObject { ["ReportRequest"] = json }.ToJsonString())).ReportRequest!;
    }

    public async Task<string> SubmitAsync(ReportRequest request) => (await Client.SubmitGenerateReportAsync(new() { ReportRequest = request })).ReportRequestId!;

    public async Task<ReportRequestStatus> PollAsync(string? id) => (await Client.PollGenerateReportAsync(new() { ReportRequestId = id })).ReportRequestStatus!;

    /// <summary>The status once the work is done: on a busy machine even a small one is not done by the first look.</summary>
    public async Task<ReportRequestStatus> FinalAsync(string id)
    {
        while (true)
        {
            if (await PollAsync(id) is { } status && status.Status != ReportRequestStatusType.Pending)
                return status;
        }
    }

    /// <summary>The zip of a report that is awaited.</summary>
    public async Task<byte[]> FileAsync(ReportRequest request) => await Http.GetByteArrayAsync(await LinkAsync(request));

    public async Task<string> LinkAsync(ReportRequest request)
    {
        var status = await FinalAsync(await SubmitAsync(request));
        Assert.Equal(ReportRequestStatusType.Success, status.Status);
        return status.ReportDownloadUrl!;
    }

    /// <summary>The text in the zip of a report.</summary>
    public async Task<string> TextAsync(ReportRequest request)
    {
        using var zip = new ZipArchive(new MemoryStream(await FileAsync(request)));
        using var reader = new StreamReader(Assert.Single(zip.Entries).Open());
        return await reader.ReadToEndAsync();
    }

    /// <summary>The codes that a submission is refused with.</summary>
    public async Task<int?[]> RefusalAsync(ReportRequest? request)
        => await Api.ApiSession.RefusalAsync(async () => await Client.SubmitGenerateReportAsync(new() { ReportRequest = request }));

    /// <summary>Waits for the work on a report, whatever callers are told of it.</summary>
    public async Task WorkAsync(string id)
    {
        while (!(await Emulator.State.Store.RunAsync(s => s.Jobs.Find(id)))!.IsFinal)
        {
            await Task.Yield();
        }
    }

    /// <summary>The client of a new user with some role on the demo customer.</summary>
    public async Task<ReportingClient> OtherUserAsync(int role)
    {
        var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, new OAuthOptions { SignInBaseAddress = Emulator.BaseAddress, TimeProvider = Emulator.Clock });
        await Emulator.State.Store.RunAsync(session =>
        {
            session.People.Add(90_001, "bob@example.test", "x");
            session.People.SetRole(new Role(90_001, DemoCredentials.CustomerId, role));
            Emulator.State.Tokens.Refresh(
                session, "bobs-refresh-token", DemoCredentials.ClientId, 90_001, SignInProvider.Microsoft, "https://ads.microsoft.com/msads.manage offline_access");
        });
        await signIn.RequestOAuthTokensByRefreshTokenAsync("bobs-refresh-token");
        return Connect(signIn, ApiTransport.Rest, Emulator.Clock);
    }

    /// <summary>The same user over another transport.</summary>
    public ReportingClient Connect(ApiTransport transport) => Connect(_signIn, transport, Emulator.Clock);

    /// <summary>The same user at Campaign Management.</summary>
    public CampaignManagementClient Campaigns() => new(Authorization(_signIn), Options(ApiTransport.Rest, Emulator.Clock));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        _signIn.Dispose();
        await Emulator.DisposeAsync();
    }

    private ReportingClient Connect(OAuthDesktopMobileAuthCodeGrant signIn, ApiTransport transport, TimeProvider clock) => new(Authorization(signIn), Options(transport, clock));

    private static AuthorizationData Authorization(OAuthDesktopMobileAuthCodeGrant signIn) => new()
    {
        DeveloperToken = DemoCredentials.DeveloperToken,
        CustomerId = DemoCredentials.CustomerId,
        AccountId = DemoCredentials.AccountId,
        Authentication = signIn,
    };

    private ServiceClientOptions Options(ApiTransport transport, TimeProvider clock)
    {
        var options = new ServiceClientOptions { BaseAddress = Http.BaseAddress, Transport = transport, TimeProvider = clock, LoggerFactory = TraceCollector.LoggerFactory };
        options.Retry.MaxRetries = 0;
        return options;
    }

    private static List<string> Columns(ReportType type, string? aggregation)
    {
        var columns = type.Required.Where(static c => c != "TimePeriod").ToList();
        if (aggregation is not (null or "Summary") && type.HasColumn("TimePeriod"))
            columns.Insert(0, "TimePeriod");
        if (!columns.Any(c => c != "TimePeriod" && !type.FindColumn(c)!.IsStatistic))
            columns.Add(type.HasColumn("AccountId") ? "AccountId" : type.Columns.First(static c => !c.IsStatistic && c.Name != "TimePeriod").Name);
        var statistics = type.Columns.Where(static c => c is { IsStatistic: true, MayBeOrdinaryStatistic: true }).OrderBy(static c => c.Has(ReportColumnTraits.RoleIsGuess)).ToList();
        if (statistics.Count > 0 && !columns.Any(c => statistics.Contains(type.FindColumn(c)!)))
            columns.Add(statistics[0].Name);
        return columns;
    }
}
