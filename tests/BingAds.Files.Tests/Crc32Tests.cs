namespace BingAds.Files.Tests;

public class Crc32Tests
{
    [Fact]
    public void Checksum_is_that_of_the_check_word()
    {
        var crc = Crc32.Start();
        crc.Add("123456789"u8);
        Assert.Equal(0xCBF4_3926, crc.Value);
    }

    [Fact]
    public void Checksum_is_the_same_bit_by_bit_at_any_length_and_in_any_pieces()
    {
        var random = new Random(20261124);
        var bytes = new byte[5000];
        random.NextBytes(bytes);
        for (var length = 0; length < 400; length++)
        {
            Check(bytes.AsSpan(length, length), random);
        }

        for (var i = 0; i < 200; i++)
        {
            Check(bytes.AsSpan(0, random.Next(bytes.Length)), random);
        }
    }

    private static void Check(ReadOnlySpan<byte> bytes, Random random)
    {
        var crc = Crc32.Start();
        var split = random.Next(bytes.Length + 1);
        crc.Add(bytes[..split]);
        crc.Add(bytes[split..]);
        Assert.Equal(BitByBit(bytes), crc.Value);
    }

    private static uint BitByBit(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
