namespace BingAds.Emulator;

/// <summary>How an emulator behaves. Read when it is built; later changes do nothing.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The port of the default address.</summary>
    public const int DefaultPort = 9013;

    /// <summary>Where to listen, loopback addresses only. Default <c>http://127.0.0.1:0</c>, a free port; the program's default is port 9013.</summary>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>File that keeps the state over restarts, even over a killed process. Null, the default, keeps it in memory.</summary>
    public string? DataFile { get; set; }

    /// <summary>The time all parts live in. Default: a new clock that runs with the system's.</summary>
    public EmulatorClock Clock { get; set; } = new();

    /// <summary>Where tokens and tracking ids come from: the same seed and the same calls give the same bytes.</summary>
    public string Seed { get; set; } = "emulator";

    /// <summary>Life of an access token. Default one hour.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Life of a refresh token. Default 90 days.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Life of an authorization code. Default 5 minutes.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether a refresh token dies when it is used. Default false: each use gives a new one, and the old one stays good.</summary>
    public bool StrictRotation { get; set; }

    /// <summary>Whether the consent page is skipped and every request accepted for the first user. Default false.</summary>
    public bool AutoConsent { get; set; }

    /// <summary>Whether user name and password sign in, as up to API version 12. Default false: they answer 105, like today's service.</summary>
    public bool AllowPassword { get; set; }

    /// <summary>Applications besides those of <see cref="DemoCredentials"/>.</summary>
    public IList<EmulatorClient> Clients { get; } = [];

    /// <summary>Developer tokens that are let in besides the one of <see cref="DemoCredentials"/>, so that an application need not change its own.</summary>
    public IList<string> DeveloperTokens { get; } = [];

    /// <summary>How bulk jobs behave.</summary>
    public EmulatorBulkOptions Bulk { get; } = new();

    /// <summary>How reports behave.</summary>
    public EmulatorReportOptions Reports { get; } = new();

    /// <summary>Whether warnings and errors go to the console. Default false.</summary>
    public bool LogToConsole { get; set; }

    /// <summary>Checks all of it.</summary>
    /// <exception cref="ArgumentException">Something is wrong; the message lists everything that is.</exception>
    internal void Validate()
    {
        var errors = new List<string>();
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme != "http")
            errors.Add($"Url '{Url}' is not an http address.");
        else if (!uri.IsLoopback)
            errors.Add($"Url '{Url}' is not a loopback address; the emulator has no protection that would allow another.");
        if (AccessTokenLifetime <= TimeSpan.Zero || RefreshTokenLifetime <= TimeSpan.Zero || CodeLifetime <= TimeSpan.Zero)
            errors.Add("AccessTokenLifetime, RefreshTokenLifetime and CodeLifetime must be longer than zero.");
        if (DataFile is { Length: 0 })
            errors.Add("DataFile is empty; null keeps the state in memory.");
        Bulk.Validate(errors);
        Reports.Validate(errors);
        if (errors.Count > 0)
            throw new ArgumentException(string.Join(' ', errors));
    }
}
