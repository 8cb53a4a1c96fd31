using BingAds.Emulator.OAuth;
using BingAds.Emulator.Store;

namespace BingAds.Emulator;

/// <summary>All that the parts of one emulator share.</summary>
internal sealed class EmulatorState : IDisposable
{
    private const string OpenedKey = "opened";
    private const string AheadKey = "clock.ahead";

    private long _trackingNumber;
    private long _jobNumber;
    private int _opened;

    public EmulatorState(EmulatorOptions options)
    {
        Options = options;
        Clock = options.Clock;
        Clients = new ClientRegistry(options.Clients);
        Secrets = new SecretSource(options.Seed);
        Tokens = new TokenIssuer(options, Secrets);
        Store = EmulatorStore.Open(options.DataFile, options.Clock);
    }

    public EmulatorOptions Options { get; }

    public EmulatorClock Clock { get; }

    public EmulatorStore Store { get; }

    public ClientRegistry Clients { get; }

    public SecretSource Secrets { get; }

    public TokenIssuer Tokens { get; }

    public FaultPlan Faults { get; } = new();

    public RequestJournal Journal { get; } = new();

    /// <summary>The id of one answer; never given twice, also over restarts on one data file.</summary>
    public Guid NextTrackingId() => Secrets.Id($"tracking:{_opened}", Interlocked.Increment(ref _trackingNumber));

    /// <summary>The id of one job; never given twice, not even after a reset, since work on an old one may still be ending.</summary>
    public string NextJobId() => Secrets.Id($"job:{_opened}", Interlocked.Increment(ref _jobNumber)).ToString();

    /// <summary>Reads what an earlier run left, or makes the world.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _opened = await Store.RunAsync(
            session =>
            {
                var opened = ReadNumber(session, OpenedKey) + 1;
                session.SetMeta(OpenedKey, opened.ToString(System.Globalization.CultureInfo.InvariantCulture));
                if (opened == 1)
                    DemoWorld.Create(session, Tokens);
                else if (TimeSpan.FromTicks(ReadNumber(session, AheadKey)) - Clock.Ahead is { Ticks: > 0 } behind)
                    Clock.Advance(behind); // Time must not run backwards for what is stored.
                return (int)opened;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await Store.RunAsync(
            session =>
            {
                session.Clear();
                DemoWorld.Create(session, Tokens);
            },
            cancellationToken).ConfigureAwait(false);
        Faults.Clear();
        Journal.Clear();
        Interlocked.Exchange(ref _trackingNumber, 0);
    }

    public async Task ExpireTokensAsync(CancellationToken cancellationToken)
    {
        await Store.RunAsync(static s => s.Tokens.ExpireAccess(), cancellationToken).ConfigureAwait(false);
        Journal.Restart(FaultPlan.TokenCall);
    }

    /// <summary>Moves the clock and, for a data file, remembers how far it went.</summary>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        Clock.Advance(by);
        if (Options.DataFile is not null)
        {
            var ahead = Clock.Ahead.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Store.RunAsync(s => s.SetMeta(AheadKey, ahead), cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => Store.Dispose();

    private static long ReadNumber(StoreSession session, string key)
        => session.Meta(key) is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
