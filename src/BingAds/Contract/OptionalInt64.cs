namespace BingAds.Contract;

/// <summary>
/// A whole number or null in eight bytes; a nullable takes sixteen, in each of millions of rows. Null is kept as one number far from any id or amount, and
/// turned so that it is all zero: setting exactly that number would read as null.
/// </summary>
internal readonly struct OptionalInt64
{
    private const long Null = unchecked((long)0xA5C3_96E1_7B2D_48F5);

    private readonly long _bits;

    public OptionalInt64(long? value) => _bits = (value ?? Null) ^ Null;

    public long? Value => _bits == 0 ? null : _bits ^ Null;
}
