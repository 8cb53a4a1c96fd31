using System.Buffers.Text;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BingAds.Emulator.OAuth;

/// <summary>Makes tokens, codes and ids that look random and yet are the same on every run with the same seed and the same calls.</summary>
internal sealed class SecretSource(string seed)
{
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(seed));

    /// <summary>A text of 43 URL-safe characters behind a prefix that tells people what it is.</summary>
    public string Text(string prefix, long number) => prefix + Base64Url.EncodeToString(Hash(prefix, number));

    public Guid Id(string purpose, long number) => new(Hash(purpose, number).AsSpan(0, 16));

    private byte[] Hash(string purpose, long number)
    {
        var text = Encoding.UTF8.GetBytes(purpose);
        var data = new byte[text.Length + sizeof(long)];
        text.CopyTo(data, 0);
        BinaryPrimitives.WriteInt64BigEndian(data.AsSpan(text.Length), number);
        return HMACSHA256.HashData(_key, data);
    }
}
