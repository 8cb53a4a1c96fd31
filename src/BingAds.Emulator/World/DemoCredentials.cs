namespace BingAds.Emulator;

/// <summary>What a fresh emulator lets in. Nothing here is secret: none of it works anywhere else.</summary>
public static class DemoCredentials
{
    /// <summary>The developer token. Others are refused with 105.</summary>
    public const string DeveloperToken = "EMULATORDEVTOKEN";

    /// <summary>Id of the registered desktop application, which has no secret.</summary>
    public const string ClientId = "5ee0e5a0-0000-4000-8000-00000000de57";

    /// <summary>Id of the registered web application.</summary>
    public const string WebClientId = "5ee0e5a0-0000-4000-8000-0000000003eb";

    /// <summary>Secret of the web application.</summary>
    public const string WebClientSecret = "emulator-web-secret";

    /// <summary>Id of the application registered with the Google look-alike.</summary>
    public const string GoogleClientId = "emulator.apps.googleusercontent.example";

    /// <summary>Secret of the application registered with the Google look-alike.</summary>
    public const string GoogleClientSecret = "emulator-google-secret";

    /// <summary>A refresh token of the desktop application, for programs that want to skip the browser.</summary>
    public const string RefreshToken = "emulator-refresh-token";

    /// <summary>A refresh token of the web application.</summary>
    public const string WebRefreshToken = "emulator-web-refresh-token";

    /// <summary>A refresh token of the Google application.</summary>
    public const string GoogleRefreshToken = "emulator-google-refresh-token";

    /// <summary>Name of the only user.</summary>
    public const string UserName = "ada@example.test";

    /// <summary>The user's password, for the old sign-in by name and password; refused unless <see cref="EmulatorOptions.AllowPassword"/> is set.</summary>
    public const string Password = "emulator-password";

    /// <summary>Id of the user.</summary>
    public const long UserId = 41_050_017;

    /// <summary>Id of the customer (manager account) on which the user is Super Admin.</summary>
    public const long CustomerId = 16_400_321;

    /// <summary>Id of the customer's active account, in US dollars.</summary>
    public const long AccountId = 142_003_877;

    /// <summary>Id of a customer that the user has no rights on: its use answers 106.</summary>
    public const long ForeignCustomerId = 16_700_655;

    /// <summary>Id of an account that the user has no rights on: its use answers 106.</summary>
    public const long ForeignAccountId = 142_990_112;
}
