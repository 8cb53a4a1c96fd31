using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BingAds.Emulator.OAuth;

/// <summary>Proof key for code exchange: the one who redeems a code must know what the one who asked for it hashed.</summary>
internal static class Pkce
{
    public const string Plain = "plain";
    public const string S256 = "S256";

    /// <summary>43 to 128 characters out of letters, digits and <c>-._~</c>, for verifiers and challenges alike.</summary>
    public static bool IsWellFormed(string text)
        => text.Length is >= 43 and <= 128 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~');

    public static bool Matches(string verifier, string challenge, string method)
    {
        var expected = method == S256 ? Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier))) : verifier;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(challenge));
    }
}
