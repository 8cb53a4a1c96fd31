namespace BingAds.Emulator.OAuth;

/// <summary>The two sign-in services that the API takes tokens of, and how they differ.</summary>
internal sealed record SignInProvider(string Name)
{
    public static SignInProvider Microsoft { get; } = new("Microsoft") { RotatesRefreshTokens = true };

    public static SignInProvider Google { get; } = new("Google");

    /// <summary>Google leaves the refresh token out of a refresh answer: the old one is kept.</summary>
    public bool RotatesRefreshTokens { get; private init; }

    public static SignInProvider Get(string name) => name == Google.Name ? Google : Microsoft;
}
