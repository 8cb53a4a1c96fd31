using System.Globalization;

namespace BingAds.Emulator;

/// <summary>The program's command line.</summary>
internal static class EmulatorArguments
{
    public const string Usage = """
        usage: BingAds.Emulator [options]

          --port N            listen on http://127.0.0.1:N; 0 takes a free port (default 9013)
          --urls URL          listen on another loopback address
          --data FILE         keep the state in FILE; it survives restarts and crashes
          --client-id ID      let the desktop application ID sign in too; may be repeated
          --developer-token T let developer token T in too; may be repeated
          --strict-rotation   refuse a refresh token that was used before
          --allow-password    let user name and password sign in
          --auto-consent      skip the consent page
          --job-polls N       let the first N status calls find a bulk job or report in progress
          --job-seconds N     let a bulk job or report take N seconds
          --quiet             no warnings on the console
          --help              show this
        """;

    /// <exception cref="ArgumentException">An argument is unknown or incomplete.</exception>
    public static EmulatorOptions Parse(IReadOnlyList<string> args)
    {
        var options = new EmulatorOptions { Url = Loopback(EmulatorOptions.DefaultPort), LogToConsole = true };
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--port":
                    options.Url = Loopback(Port(Value()));
                    break;
                case "--urls":
                    options.Url = Value();
                    break;
                case "--data":
                    options.DataFile = Path.GetFullPath(Value());
                    break;
                case "--client-id":
                    options.Clients.Add(new EmulatorClient(Value()));
                    break;
                case "--developer-token":
                    options.DeveloperTokens.Add(Value());
                    break;
                case "--strict-rotation":
                    options.StrictRotation = true;
                    break;
                case "--allow-password":
                    options.AllowPassword = true;
                    break;
                case "--auto-consent":
                    options.AutoConsent = true;
                    break;
                case "--job-polls":
                    options.Bulk.JobPolls = options.Reports.JobPolls = Count(Value());
                    break;
                case "--job-seconds":
                    options.Bulk.JobDuration = options.Reports.JobDuration = TimeSpan.FromSeconds(Count(Value()));
                    break;
                case "--quiet":
                    options.LogToConsole = false;
                    break;
                default:
                    throw new ArgumentException($"Unknown argument '{args[i]}'.");
            }

            string Value() => i + 1 < args.Count ? args[++i] : throw new ArgumentException($"Argument '{args[i]}' needs a value.");
        }

        return options;
    }

    private static string Loopback(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static int Count(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw new ArgumentException($"'{text}' is not a number of 0 or more.");

    private static int Port(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new ArgumentException($"'{text}' is not a port.");
}
