using System.Runtime.InteropServices;

namespace BingAds.Emulator;

/// <summary>The emulator as a program: opens it, says how to connect, and stays until it is told to end.</summary>
internal static class EmulatorProgram
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Contains("--help"))
        {
            await output.WriteLineAsync(EmulatorArguments.Usage).ConfigureAwait(false);
            return 0;
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        try
        {
            await using var host = EmulatorHost.Build(args);
            await host.OpenAsync().ConfigureAwait(false);
            await output.WriteLineAsync(Welcome(host)).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            await ended.Task.ConfigureAwait(false);
            return 0;
        }
        catch (ArgumentException e)
        {
            await error.WriteLineAsync(e.Message).ConfigureAwait(false);
            await error.WriteLineAsync(EmulatorArguments.Usage).ConfigureAwait(false);
            return 2;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or Microsoft.Data.Sqlite.SqliteException)
        {
            await error.WriteLineAsync($"The emulator could not start: {e.Message}").ConfigureAwait(false);
            return 1;
        }

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.TrySetResult();
        }
    }

    private static string Welcome(EmulatorHost host)
    {
        var address = host.BaseAddress.AbsoluteUri.TrimEnd('/');
        return $"""
            Emulator of the advertising API v13, listening on {address}  (Ctrl+C ends it)

              REST             {address}/CampaignManagement/v13/...
              sign-in          {address}/common/oauth2/v2.0/authorize and .../token
              faults, clock    {address}/_emulator/...

              client id        {DemoCredentials.ClientId}
              refresh token    {DemoCredentials.RefreshToken}
              developer token  {DemoCredentials.DeveloperToken}
              user             {DemoCredentials.UserName} ({DemoCredentials.UserId})
              customer id      {DemoCredentials.CustomerId}
              account id       {DemoCredentials.AccountId}

              an access token: curl -s {address}/common/oauth2/v2.0/token -d grant_type=refresh_token -d client_id={DemoCredentials.ClientId} -d refresh_token={DemoCredentials.RefreshToken}
            """;
    }
}
