namespace BingAds.Contract;

/// <summary>A number or null in eight bytes. Null is kept as one of the many bit patterns that mean "not a number", and that no text is read as.</summary>
internal readonly struct OptionalDouble
{
    private const ulong Null = 0xFFF7_96E1_7B2D_48F5;

    private readonly ulong _bits;

    public OptionalDouble(double? value) => _bits = (value is { } number ? BitConverter.DoubleToUInt64Bits(number) : Null) ^ Null;

    public double? Value => _bits == 0 ? null : BitConverter.UInt64BitsToDouble(_bits ^ Null);
}
