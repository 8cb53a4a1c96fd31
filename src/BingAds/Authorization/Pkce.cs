using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BingAds;

/// <summary>The proof that who redeems a code is who asked for it (RFC 7636, S256), and other values that nobody may guess.</summary>
internal static class Pkce
{
    /// <summary>43 letters from 32 random bytes: the length that the RFC recommends.</summary>
    internal static string NewVerifier() => Random(32);

    internal static string NewState() => Random(16);

    internal static string Challenge(string verifier)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(verifier), hash);
        return Base64Url.EncodeToString(hash);
    }

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
