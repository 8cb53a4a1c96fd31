namespace BingAds.Contract;

/// <summary>
/// Reads one object, member by member in whatever order they come. Null, nil and empty text for a value mean "not set" and never reach
/// the generated code.
/// </summary>
internal interface IWireReader
{
    WireCursor BeginObject(WireType type);

    /// <summary>Goes to the next member that has a value; its place is in <see cref="WireCursor.Index"/>, -1 for one that is not known.</summary>
    bool NextField(ref WireCursor cursor);

    /// <summary>Keeps the current member, which is not known, on the object.</summary>
    void KeepUnknown(ref WireCursor cursor, ApiObject owner);

    bool? ReadBoolean();

    byte? ReadByte();

    short? ReadInt16();

    int? ReadInt32();

    long? ReadInt64();

    double? ReadDouble();

    decimal? ReadDecimal();

    DateTime? ReadDateTime();

    string? ReadText();

    byte[]? ReadBytes();

    EnumText? ReadEnum(EnumTable table);

    ApiObject? ReadObject(WireType declared);

    List<string>? ReadTextList();

    List<int>? ReadInt32List();

    List<long>? ReadInt64List();

    List<long?>? ReadNullableInt64List();

    List<T>? ReadEnumList<T>()
        where T : struct, IOpenEnum<T>;

    List<T>? ReadObjectList<T>(WireType declared)
        where T : ApiObject;

    List<List<T>>? ReadObjectListList<T>(WireType declared)
        where T : ApiObject;

    Dictionary<string, string?>? ReadTextMap();
}
