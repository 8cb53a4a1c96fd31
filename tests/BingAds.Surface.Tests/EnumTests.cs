using System.Reflection;
using BingAds.Surface.Tests.Contract;

namespace BingAds.Surface.Tests;

/// <summary>Every enum of the contract: a struct over the wire text that knows its values by name and keeps those it does not know.</summary>
public class EnumTests
{
    private const string Newer = "NewerThanThisVersion";

    public static TheoryData<string> ServiceRows => Services.Rows;

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_value_is_a_property_with_its_wire_text(string service) => Check(service, static (model, type) =>
    {
        var byText = Values(type).ToDictionary(static p => p.GetValue(null)!.ToString()!);
        if (!byText.Keys.ToHashSet().SetEquals(model.Values.Keys))
            return $"has {string.Join(' ', byText.Keys)}";
        return byText.Select(p => Name(type, p.Key) == p.Value.Name ? null : $"{p.Key} is called {p.Value.Name}").FirstOrDefault(static w => w is not null);
    });

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_value_has_a_name_for_a_switch_of_its_own(string service) => Check(service, static (model, type) =>
    {
        var known = Values(type).Select(p => Known(p.GetValue(null)!)).ToList();
        if (known.Distinct().Count() != known.Count || known.Contains("Unrecognized"))
            return $"has {string.Join(' ', known)}";
        var names = Enum.GetNames(type.GetNestedType("KnownValue")!);
        return names[0] == "Unrecognized" && names.Length == model.Values.Count + 1 ? null : "has other names in KnownValue";
    });

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Unknown_text_is_kept_and_told_from_known_values(string service) => Check(service, static (model, type) =>
    {
        var newer = New(type, Newer);
        if (newer.ToString() != Newer || Known(newer) != "Unrecognized")
            return $"'{newer}', {Known(newer)}";
        if (!newer.Equals(New(type, Newer)) || newer.GetHashCode() != New(type, Newer).GetHashCode())
            return "is not equal to itself";
        return Values(type).Any(v => v.GetValue(null)!.Equals(newer)) ? "is equal to a known value" : null;
    });

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Known_text_gives_the_known_value(string service) => Check(service, static (model, type) =>
        Values(type).Select(p => New(type, p.GetValue(null)!.ToString()!).Equals(p.GetValue(null)) ? null : p.Name).FirstOrDefault(static w => w is not null));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Empty_value_is_no_value(string service) => Check(service, static (_, type) =>
        Activator.CreateInstance(type)!.ToString() == "" && Known(Activator.CreateInstance(type)!) == "Unrecognized" ? null : "is something");

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Flags_are_sets_of_names_and_no_bits(string service) => Check(service, static (model, type) =>
    {
        var or = type.GetMethod("op_BitwiseOr");
        if (!model.IsFlags)
            return or is null && type.GetMethod("Has") is null ? null : "is no set, yet has | or Has";
        var values = Values(type).ToList();
        for (var i = 0; i < values.Count; i++)
        {
            var one = values[i].GetValue(null)!;
            var other = values[(i + 1) % values.Count].GetValue(null)!;
            var both = or!.Invoke(null, [one, other])!;
            var expected = values.Count == 1 ? one.ToString() : $"{one}, {other}";
            if (both.ToString() != expected || !Has(both, one) || !Has(both, other))
                return $"{one} | {other} is {both}";
            // A value that others' numbers make of several bits has none of the values of those bits.
            if (values.Select(v => v.GetValue(null)!).Any(v => !v.Equals(one) && !v.Equals(other) && Has(both, v)))
                return $"{both} has a third name";
            if (Has(one, other) && values.Count > 1)
                return $"{one} has {other}";
        }

        return null;
    });

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Set_with_an_unknown_name_keeps_it(string service) => Check(service, static (model, type) =>
    {
        if (!model.IsFlags)
            return null;
        var first = Values(type).First().GetValue(null)!;
        var set = New(type, $"{first},{Newer}");
        return set.ToString() == $"{first}, {Newer}" && Has(set, first) && Has(set, New(type, Newer)) ? null : $"is {set}";
    });

    [Fact]
    public void Some_sets_have_values_that_are_no_single_bits() =>
        Assert.Contains(ContractFile.All.SelectMany(static c => c.Enums), static e => e.IsFlags && e.Values.Values.Any(static v => (v & (v - 1)) != 0));

    /// <summary>The wire text, with an underscore behind it where the struct has such a member for every enum, or before a digit.</summary>
    private static string Name(Type type, string text)
    {
        var own = type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .Where(m => !(m is PropertyInfo p && p.GetMethod!.IsStatic && p.PropertyType == type)).Select(static m => m.Name);
        string[] ofSets = ["Names", "Has", "IsKnown"]; // Kept free in all enums, so that one that becomes a set changes no name.
        if (char.IsDigit(text[0]))
            return "_" + text;
        return own.Contains(text) || text == type.Name || ofSets.Contains(text) || typeof(object).GetMember(text).Length > 0 ? text + "_" : text;
    }

    private static IEnumerable<PropertyInfo> Values(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type);

    private static object New(Type type, string text) => Activator.CreateInstance(type, text)!;

    private static string Known(object value) => value.GetType().GetProperty("Known")!.GetValue(value)!.ToString()!;

    private static bool Has(object set, object value) => (bool)set.GetType().GetMethod("Has")!.Invoke(set, [value])!;

    private static void Check(string service, Func<ContractEnum, Type, string?> check)
    {
        var contract = ContractFile.Of(service);
        Services.AssertNone([.. contract.Enums.Select(e => (e.Name, Wrong: check(e, contract.ClrType(e.Name)!)))
            .Where(static r => r.Wrong is not null).Select(static r => $"{r.Name}: {r.Wrong}")]);
    }
}
