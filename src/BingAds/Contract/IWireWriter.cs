namespace BingAds.Contract;

/// <summary>
/// Writes one object, member by member in the contract's order. Generated code calls it the same way for both formats; the writer
/// decides what a null becomes and how a value looks.
/// </summary>
internal interface IWireWriter
{
    void BeginObject(ApiObject value, WireType type);

    void EndObject(ApiObject value);

    /// <summary>The member <c>Type</c> of a hierarchy: an element like any other in XML, the discriminator in JSON.</summary>
    void TypeField(WireMember member, string? value);

    void BooleanField(WireMember member, bool? value);

    void ByteField(WireMember member, byte? value);

    void Int16Field(WireMember member, short? value);

    void Int32Field(WireMember member, int? value);

    void Int64Field(WireMember member, long? value);

    void DoubleField(WireMember member, double? value);

    void DecimalField(WireMember member, decimal? value);

    void DateTimeField(WireMember member, DateTime? value);

    void TextField(WireMember member, string? value);

    void BytesField(WireMember member, byte[]? value);

    void EnumField(WireMember member, EnumText? value);

    void FlagsField(WireMember member, EnumText? value);

    void ObjectField(WireMember member, ApiObject? value);

    void TextListField(WireMember member, List<string>? value);

    void Int32ListField(WireMember member, List<int>? value);

    void Int64ListField(WireMember member, List<long>? value);

    void NullableInt64ListField(WireMember member, List<long?>? value);

    void EnumListField<T>(WireMember member, List<T>? value)
        where T : struct, IOpenEnum<T>;

    void ObjectListField<T>(WireMember member, List<T>? value)
        where T : ApiObject?;

    void ObjectListListField<T>(WireMember member, List<List<T>>? value)
        where T : ApiObject?;

    void TextMapField(WireMember member, Dictionary<string, string?>? value);
}
