namespace BingAds.Generator.Refine;

/// <summary>What a member becomes in C#.</summary>
/// <param name="Name">Property.</param>
/// <param name="StaticName">The static field that holds its wire names.</param>
/// <param name="Kind">Which methods of reader and writer it takes.</param>
/// <param name="ElementType">Name of the enum or class in it, if there is one.</param>
/// <param name="PropertyType">C# type of the property, nullable.</param>
internal sealed record Member(string Name, string StaticName, MemberKind Kind, string? ElementType, string PropertyType);

internal enum MemberKind
{
    Boolean,
    Byte,
    Int16,
    Int32,
    Int64,
    Double,
    Decimal,
    DateTime,
    Text,
    Bytes,
    Enum,
    Flags,
    Object,
    TextList,
    Int32List,
    Int64List,
    NullableInt64List,
    EnumList,
    ObjectList,
    ObjectListList,
    TextMap,
}
