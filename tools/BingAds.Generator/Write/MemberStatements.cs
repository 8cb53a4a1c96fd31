using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>The statement that writes, reads or sets one member.</summary>
internal static class MemberStatements
{
    /// <param name="isType">Whether it is the discriminator of a hierarchy.</param>
    /// <param name="backingField">The field behind a list of a response, which knows null; null for others.</param>
    public static string Write(Member member, bool isType, string? backingField)
    {
        var source = "value." + (MemberRules.IsList(member.Kind) && backingField is not null ? backingField : member.Name);
        if (isType)
        {
            return $"writer.TypeField({member.StaticName}, {source}{(member.Kind == MemberKind.Text ? "" : "?.ToString()")});";
        }

        return member.Kind switch
        {
            MemberKind.Enum => $"writer.EnumField({member.StaticName}, {source}?.Value);",
            MemberKind.Flags => $"writer.FlagsField({member.StaticName}, {source}?.Value);",
            MemberKind.ObjectList or MemberKind.ObjectListList => $"writer.{member.Kind}Field({member.StaticName}, {source}!);",
            _ => $"writer.{member.Kind}Field({member.StaticName}, {source});",
        };
    }

    /// <param name="qualify">Gives the name of a type as it can be used in a static method of the class.</param>
    public static string Read(Member member, string? backingField, Func<string?, string?> qualify)
    {
        var target = "value." + (MemberRules.IsList(member.Kind) && backingField is not null ? backingField : member.Name);
        var type = qualify(member.ElementType);
        return member.Kind switch
        {
            MemberKind.Enum or MemberKind.Flags => $"{target} = {type}.FromOrNull(reader.ReadEnum({type}.s_table));",
            MemberKind.Object => $"{target} = ({type}?)reader.ReadObject({type}.s_wire);",
            MemberKind.EnumList => $"{target} = reader.ReadEnumList<{type}>();",
            MemberKind.ObjectList or MemberKind.ObjectListList => $"{target} = reader.Read{member.Kind}<{type}>({type}.s_wire)!;",
            _ => $"{target} = reader.Read{member.Kind}();",
        };
    }

    public static string Set(Member member, Func<string?, string?> qualify)
    {
        var type = qualify(member.ElementType);
        var name = $"\"{member.Name}\"";
        return member.Kind switch
        {
            MemberKind.Enum or MemberKind.Flags => $"{member.Name} = MemberValue.Enum<{type}>(value, {name});",
            MemberKind.Object => $"{member.Name} = MemberValue.Object<{type}>(value, {type}.s_wire, {name});",
            MemberKind.EnumList => $"{member.Name} = MemberValue.EnumList<{type}>(value, {name})!;",
            MemberKind.ObjectList or MemberKind.ObjectListList => $"{member.Name} = MemberValue.{member.Kind}<{type}>(value, {type}.s_wire, {name})!;",
            _ => $"{member.Name} = MemberValue.{member.Kind}(value, {name})!;",
        };
    }
}
