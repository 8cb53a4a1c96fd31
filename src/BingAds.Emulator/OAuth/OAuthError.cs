namespace BingAds.Emulator.OAuth;

/// <summary>Why a sign-in request is refused.</summary>
/// <param name="Error">The protocol's word, such as <c>invalid_grant</c>.</param>
/// <param name="Number">The Microsoft platform's number of the case.</param>
/// <param name="Description">For people, in our own words.</param>
internal sealed record OAuthError(string Error, int Number, string Description)
{
    public int Status { get; init; } = 400;

    public string Text => $"AADSTS{Number}: {Description}";

    public static OAuthError Missing(string parameter) => new("invalid_request", 900144, $"The request has no '{parameter}'.");

    public static OAuthError UnknownClient(string client) => new("unauthorized_client", 700016, $"No application '{client}' is registered here.");

    public static OAuthError Redirect { get; } = new("invalid_client", 50011, "The redirect_uri is not one of those that the application registered.");

    public static OAuthError Grant(int number, string description) => new("invalid_grant", number, description);
}
