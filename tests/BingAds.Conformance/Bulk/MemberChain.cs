using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace BingAds.Conformance.Bulk;

/// <summary>A chain of members such as <c>Campaign.Settings[$type=ShoppingSetting].Priority</c>, <c>TableRows[0].Price</c> or <c>ProfileType.Count</c>.</summary>
internal static class MemberChain
{
    /// <summary>What a chain leads to: null where anything on the way is missing, with the class and the member that it ends in.</summary>
    public static (object? Value, Type? Owner, string Member) Walk(object? value, string chain)
    {
        var (owner, last) = ((Type?)null, "");
        foreach (var part in Split(chain))
        {
            if (value is null) return (null, null, "");
            var (name, index) = Parse(part);
            if (name == "Count" && index is null)
            {
                (value, owner, last) = (Count(value), null, name);
                continue;
            }

            var member = KnownNames.FindMember(value.GetType(), name) ?? throw new UnknownNameException($"unknown member {value.GetType().Name}.{name}");
            (owner, last) = (value.GetType(), name);
            value = member.GetValue(value);
            if (index is not null && value is not null) (value, owner) = (Element(value, name, index), null);
        }

        return (value, owner, last);
    }

    /// <summary>Sets what a chain leads to, and makes what is missing on the way.</summary>
    public static void Set(object target, string chain, JsonElement value)
    {
        var parts = Split(chain).ToList();
        foreach (var part in parts.SkipLast(1))
        {
            var (name, index) = Parse(part);
            var member = KnownNames.FindMember(target.GetType(), name) ?? throw new UnknownNameException($"unknown member {target.GetType().Name}.{name}");
            var next = member.GetValue(target);
            if (next is null) member.SetValue(target, next = Activator.CreateInstance(member.PropertyType)!);
            target = index is null ? next : ElementOrNew((IList)next, index);
        }

        var (last, at) = Parse(parts[^1]);
        if (at is null)
        {
            EntityBuilder.Set(target, last, value);
            return;
        }

        var owner = KnownNames.FindMember(target.GetType(), last) ?? throw new UnknownNameException($"unknown member {target.GetType().Name}.{last}");
        var list = (IList)(owner.GetValue(target) ?? Activator.CreateInstance(owner.PropertyType)!);
        owner.SetValue(target, list);
        list.Add(EntityBuilder.Value(owner.PropertyType.GetGenericArguments()[0], value));
    }

    private static long Count(object value) => value is ICollection all ? all.Count
        : value.GetType().GetProperty("Names")?.GetValue(value) is ICollection names ? names.Count
        : throw new UnknownNameException($"{value.GetType().Name} has no Count");

    private static object? Element(object value, string name, string index)
    {
        if (value is IDictionary map) return map[index];
        var items = value as IList ?? throw new UnknownNameException($"{name} is no list");
        return index.StartsWith("$type=", StringComparison.Ordinal)
            ? items.Cast<object?>().SingleOrDefault(i => i?.GetType().Name == index[6..])
            : int.Parse(index, CultureInfo.InvariantCulture) is var number && number < items.Count ? items[number] : null;
    }

    private static object ElementOrNew(IList list, string index)
    {
        var isType = index.StartsWith("$type=", StringComparison.Ordinal);
        var type = isType
            ? KnownNames.FindClass(index[6..]) ?? throw new UnknownNameException($"unknown class {index[6..]}")
            : list.GetType().GetGenericArguments()[0];
        if (isType)
        {
            if (list.Cast<object?>().FirstOrDefault(i => i?.GetType() == type) is { } found) return found;
            return list[list.Add(Activator.CreateInstance(type))]!;
        }

        var number = int.Parse(index, CultureInfo.InvariantCulture);
        while (list.Count <= number) list.Add(Activator.CreateInstance(type));
        return list[number]!;
    }

    private static (string Name, string? Index) Parse(string part)
    {
        var at = part.IndexOf('[', StringComparison.Ordinal);
        return at < 0 ? (part, null) : (part[..at], part[(at + 1)..^1]);
    }

    // A point inside of brackets is part of a name.
    private static IEnumerable<string> Split(string chain)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < chain.Length; i++)
        {
            depth += chain[i] == '[' ? 1 : chain[i] == ']' ? -1 : 0;
            if (chain[i] != '.' || depth > 0) continue;
            yield return chain[start..i];
            start = i + 1;
        }

        yield return chain[start..];
    }
}
