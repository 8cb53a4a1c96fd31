using BingAds.Emulator.Api;
using BingAds.Emulator.Bulk;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Handlers;
using BingAds.Emulator.Reports;
using BingAds.Emulator.Reports.Figures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BingAds.Emulator;

/// <summary>A local Microsoft Advertising: sign-in, the API over REST and SOAP, and the means to make it fail. In a test's process, or as a server.</summary>
/// <example>
/// <code>
/// await using var emulator = await EmulatorHost.StartAsync();
/// using var client = new CampaignManagementClient(await emulator.SignInAsync(), emulator.CreateClientOptions());
/// emulator.Faults.Add("CampaignManagement.GetCampaignsByIds", 2, Fault.Error(117));
/// </code>
/// </example>
public sealed partial class EmulatorHost : IAsyncDisposable
{
    private readonly EmulatorState _state;
    private readonly BulkJobs _jobs;
    private readonly ReportJobs _reports;
    private readonly WebApplication _app;
    private Uri? _baseAddress;
    private bool _disposed;

    private EmulatorHost(EmulatorState state, BulkJobs jobs, ReportJobs reports, WebApplication app)
    {
        _state = state;
        _jobs = jobs;
        _reports = reports;
        _app = app;
    }

    /// <summary>Where it listens, once it is open.</summary>
    /// <exception cref="InvalidOperationException">It was not opened yet.</exception>
    public Uri BaseAddress => _baseAddress ?? throw new InvalidOperationException("The emulator is not open yet.");

    /// <summary>The time it lives in.</summary>
    public EmulatorClock Clock => _state.Clock;

    /// <summary>Failures to be served.</summary>
    public FaultPlan Faults => _state.Faults;

    /// <summary>What was asked.</summary>
    public RequestJournal Journal => _state.Journal;

    internal EmulatorState State => _state;

    /// <summary>Builds an emulator and opens it.</summary>
    /// <param name="options">Null means the defaults: a free port, everything in memory.</param>
    /// <param name="cancellationToken">Gives up opening.</param>
    public static async Task<EmulatorHost> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var host = Build(options ?? new EmulatorOptions());
        try
        {
            await host.OpenAsync(cancellationToken).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Builds an emulator from a command line, without opening it.</summary>
    /// <param name="args">As the program takes them.</param>
    /// <param name="configure">Changes the options after that.</param>
    /// <exception cref="ArgumentException">An argument or option is wrong.</exception>
    public static EmulatorHost Build(IReadOnlyList<string> args, Action<EmulatorOptions>? configure = null)
    {
        var options = EmulatorArguments.Parse(args);
        configure?.Invoke(options);
        return Build(options);
    }

    /// <summary>Starts to listen. A data file's state is there again; otherwise the world is new.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        await _state.OpenAsync(cancellationToken).ConfigureAwait(false);
        await _jobs.ResumeAsync(cancellationToken).ConfigureAwait(false);
        await _reports.ResumeAsync(cancellationToken).ConfigureAwait(false);
        await _app.StartAsync(cancellationToken).ConfigureAwait(false);
        var addresses = _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        _baseAddress = new Uri(addresses.Addresses.First());
    }

    /// <summary>Makes the world new: no campaigns, no plans for faults, an empty journal. The clock stays.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ResetAsync(CancellationToken cancellationToken = default) => _state.ResetAsync(cancellationToken);

    /// <summary>From now on all access tokens given out so far are refused with 109; refresh tokens stay good.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ExpireTokensAsync(CancellationToken cancellationToken = default) => _state.ExpireTokensAsync(cancellationToken);

    /// <summary>Stops to listen and forgets what is only in memory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        foreach (var signIn in _signIns)
        {
            signIn.Dispose();
        }

        await _app.DisposeAsync().ConfigureAwait(false);
        await _jobs.DisposeAsync().ConfigureAwait(false);
        await _reports.DisposeAsync().ConfigureAwait(false);
        _state.Dispose();
    }

    internal static EmulatorHost Build(EmulatorOptions options, HandlerTable? handlers = null, IBulkWorld? world = null, IReportFigures? figures = null)
    {
        options.Validate();

        // An empty builder: no settings files, environment variables or signal handlers of the process it lives in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url).ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinRequestBodyDataRate = null; // A file may come, or go, as slowly as its rows are made, and a debugger may stop either side.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MaxRequestBodySize = 512L << 20; // Upload files may have 100 MB; what comes here is checked by its own rules.
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        if (options.LogToConsole)
            builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

        var state = new EmulatorState(options);
        var app = builder.Build();
        var jobs = new BulkJobs(state, world ?? new BulkWorld(), app.Logger);
        var reports = new ReportJobs(state, figures ?? new ReportFigures(options.Seed, options.Reports.DataDelay, options.Reports.History), app.Logger);
        app.Run(new Routes(state, handlers ?? AllHandlers.Create(jobs, reports), jobs, app.Logger).InvokeAsync);
        return new EmulatorHost(state, jobs, reports, app);
    }

    /// <summary>Leaves Ctrl+C and the like to whoever owns the process.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
