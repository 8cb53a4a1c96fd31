using System.Reflection;
using System.Xml.Linq;

namespace BingAds.Surface.Tests.Docs;

/// <summary>Everything that a user can name is documented; the compiler does not ask that of generated code.</summary>
public class DocumentationTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Assemblies => PackageAssemblies.Names;

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_public_name_has_a_summary(string assembly)
    {
        var file = XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml"));
        var documented = file.Descendants("member").Where(HasText).Select(static m => (string)m.Attribute("name")!).ToHashSet(StringComparer.Ordinal);
        var members = Members(assembly).Select(DocId.Of).ToList();

        Assert.True(members.Count > 50, "Too few members were found to believe it.");
        Services.AssertNone([.. members.Where(m => !documented.Contains(m))]);
    }

    private static bool HasText(XElement member) =>
        member.Element("inheritdoc") is not null || member.Element("summary") is { } summary && (summary.Value.Trim().Length > 0 || summary.HasElements);

    private static IEnumerable<MemberInfo> Members(string assembly)
    {
        foreach (var type in PackageAssemblies.Of(assembly).GetExportedTypes().Where(static t => t.Namespace is not null)) // The class around top-level statements has none.
        {
            yield return type;
            if (typeof(Delegate).IsAssignableFrom(type))
                continue;
            foreach (var member in type.GetMembers(All).Where(m => IsVisible(m) && !IsImplicit(type, m)))
                yield return member;
        }
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        Type => false, // Nested types are exported types themselves.
        MethodBase method => IsVisible(method),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        EventInfo e => IsVisible(e.AddMethod!),
        _ => false,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>What no source line stands for: accessors, constructors that nobody wrote, members of records, the value field of an enum.</summary>
    private static bool IsImplicit(Type type, MemberInfo member) => member switch
    {
        FieldInfo field => field.IsSpecialName,
        ConstructorInfo { IsStatic: true } => true,
        ConstructorInfo constructor when constructor.GetParameters().Length == 0 => IsOfRecord(type, constructor) || !IsWritten(constructor),
        MethodBase method when method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) => true,
        MethodBase { IsSpecialName: true } method => !method.IsConstructor && !method.Name.StartsWith("op_", StringComparison.Ordinal),
        PropertyInfo { Name: "EqualityContract" } => true,
        _ => IsOfRecord(type, member),
    };

    // The primary constructor of a record is documented by the record's own parameters.
    private static bool IsOfRecord(Type type, MemberInfo member) =>
        type.GetMethod("<Clone>$") is not null && (member is PropertyInfo p && p.GetMethod!.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
            || member is ConstructorInfo || member.Name is "<Clone>$" or "Deconstruct");

    // An implicit constructor of a class has no more than the call of its base and the field initializers; the documentation file is no help, so
    // the rule is that a class whose only constructor has no parameters and is as visible as the class allows did not write it.
    private static bool IsWritten(ConstructorInfo constructor) => constructor.DeclaringType!.GetConstructors(All).Count(static c => !c.IsStatic) > 1;
}
