using System.Reflection;

namespace BingAds.Surface.Tests.Docs;

/// <summary>Names of types and members as the compiler writes them into a documentation file.</summary>
internal static class DocId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + Name(type),
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        EventInfo e => $"E:{Name(e.DeclaringType!)}.{e.Name}",
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}",
        MethodBase method => $"M:{Name(method.DeclaringType!)}.{MethodName(method)}{Parameters(method.GetParameters())}{Result(method)}",
        _ => throw new ArgumentException($"No documentation for a {member.MemberType}."),
    };

    private static string MethodName(MethodBase method) =>
        method.IsConstructor ? "#ctor" : method.Name + (method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "");

    // Conversions differ by their result only.
    private static string Result(MethodBase method) =>
        method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } conversion ? "~" + Name(conversion.ReturnType) : "";

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(static p => Name(p.ParameterType)))})";

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!) + "@";
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericMethodParameter)
            return "``" + type.GenericParameterPosition;
        if (type.IsGenericParameter)
            return "`" + type.GenericParameterPosition;
        var name = type.IsNested ? Name(type.DeclaringType!) + "." + type.Name : $"{type.Namespace}.{type.Name}";
        if (!type.IsGenericType || type.IsGenericTypeDefinition)
            return name;
        return $"{name[..name.IndexOf('`')]}{{{string.Join(',', type.GetGenericArguments().Select(Name))}}}";
    }
}
