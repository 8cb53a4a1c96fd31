using System.Text.RegularExpressions;

namespace BingAds.Testing;

/// <summary>
/// Secrets for tests. Each holds a marker, so that one found in a log, an exception, a trace or an address is known for what it is.
/// Suites may make up their own, as long as they hold <see cref="Marker"/>.
/// </summary>
public static partial class TestSecrets
{
    /// <summary>What every made-up secret has in it.</summary>
    public const string Marker = "hush";

    public const string AccessToken = "at-hush-7c1d94";
    public const string RefreshToken = "rt-hush-52e0b8";
    public const string AuthorizationCode = "code-hush-a9f3";
    public const string ClientSecret = "client-hush-e61f";
    public const string DeveloperToken = "dev-hush-03bd77";
    public const string Password = "pw-hush-88aa";

    /// <summary>Texts that betray a secret: the marker, and the credentials that a fresh emulator lets in.</summary>
    public static IReadOnlyList<string> Markers { get; } =
    [
        Marker,
        "EMULATORDEVTOKEN",
        "emulator-web-secret",
        "emulator-google-secret",
        "emulator-refresh-token",
        "emulator-web-refresh-token",
        "emulator-google-refresh-token",
        "emulator-password",
    ];

    /// <summary>What the emulator hands out: access tokens, refresh tokens and codes, by the prefixes that tell them apart.</summary>
    [GeneratedRegex(@"\b(?:at|rt|code)_[A-Za-z0-9_\-]{43}")]
    public static partial Regex Issued();
}
