using System.Globalization;

namespace BingAds.Emulator.Api;

/// <summary>Who calls, and in whose name: the headers of either transport.</summary>
internal sealed class ApiCredentials
{
    public string? AccessToken { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public string? DeveloperToken { get; init; }

    public long? CustomerId { get; init; }

    public long? AccountId { get; init; }

    /// <summary>An id as clients send it; empty is none, and so is the 0 that some send for none.</summary>
    /// <exception cref="ApiFaultException">It is no number, for example an account number in place of an id.</exception>
    public static long? Id(string? text, int code)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var id))
            throw ApiFaultException.Access(code, "The id in the header is no number.");
        return id == 0 ? null : id;
    }
}
