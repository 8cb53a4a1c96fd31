using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace BingAds.Surface.Tests;

/// <summary>Any number of tenants and tests share a process, so nothing static may change.</summary>
public class StaticStateTests
{
    public static TheoryData<string> Assemblies => PackageAssemblies.Names;

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Static_fields_never_change(string assembly) =>
        Services.AssertNone([.. Fields(assembly).Where(static f => !f.IsInitOnly && !f.IsLiteral).Select(Show)]);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Static_fields_hold_no_collection_that_can_change(string assembly) =>
        Services.AssertNone([.. Fields(assembly).Where(static f => CanChange(f.FieldType)).Select(Show)]);

    [Fact]
    public void Rule_refuses_what_can_change_and_takes_what_can_not()
    {
        Type[] refused = [typeof(List<int>), typeof(Dictionary<string, int>), typeof(System.Collections.Concurrent.ConcurrentDictionary<int, int>), typeof(HashSet<int>),
            typeof(Queue<int>), typeof(Hashtable), typeof(IList<int>), typeof(IDictionary<string, int>), typeof(ConditionalWeakTable<string, string>)];
        Type[] taken = [typeof(FrozenDictionary<string, int>), typeof(FrozenSet<int>), typeof(ImmutableArray<int>), typeof(ImmutableDictionary<int, int>), typeof(string), typeof(int[]),
            typeof(IReadOnlyList<int>), typeof(Lazy<FrozenSet<int>>)];

        Assert.All(refused, static t => Assert.True(CanChange(t), t.Name));
        Assert.All(taken, static t => Assert.False(CanChange(t), t.Name));
    }

    /// <summary>
    /// Collections that have an Add or a setter. Arrays are taken: they are tables, written once by their initializer and read by index; a
    /// read-only interface is what a caller sees, and only initializers fill it.
    /// </summary>
    private static bool CanChange(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>))
            return CanChange(type.GetGenericArguments()[0]);
        if (type == typeof(string) || type.IsArray || type.Namespace is "System.Collections.Frozen" or "System.Collections.Immutable")
            return false;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>))
            return true;
        var interfaces = type.GetInterfaces().Append(type).Select(static i => i.IsGenericType ? i.GetGenericTypeDefinition() : i).ToList();
        return interfaces.Exists(static i => i == typeof(IList) || i == typeof(IDictionary) || i == typeof(ICollection<>) || i == typeof(ICollection));
    }

    private static IEnumerable<FieldInfo> Fields(string assembly) => PackageAssemblies.Of(assembly).GetTypes()
        .Where(static t => !IsOfTheCompiler(t))
        .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));

    /// <summary>Caches of lambdas and method groups, constant data, and code of the platform's own generators.</summary>
    private static bool IsOfTheCompiler(Type type)
    {
        for (var t = type; t is not null; t = t.DeclaringType)
        {
            if (t.Name.StartsWith('<') && t.IsDefined(typeof(CompilerGeneratedAttribute)))
                return true;
            if (t.Name is "<PrivateImplementationDetails>" || t.Namespace is "System.Text.RegularExpressions.Generated")
                return true;
        }

        return false;
    }

    private static string Show(FieldInfo field) => $"{field.DeclaringType}.{field.Name}: {field.FieldType}";
}
