using System.Collections;
using System.Globalization;
using System.Reflection;
using BingAds.Contract;
using BingAds.Surface.Tests.Contract;

namespace BingAds.Surface.Tests;

/// <summary>Gives every member of an object a value, by seed; objects within objects to a depth where it ends.</summary>
internal sealed class ApiFiller(ContractFile contract, int seed)
{
    private const int MaxDepth = 2;

    private static readonly string[] s_texts = ["plain", "a & b <c> \"d\" 'e'", "Größe 漢字 😀", "  two\nlines\t", "]]>", "null", "0", ""];

    private readonly Random _random = new(seed);

    /// <summary>A filled object of a type or message.</summary>
    public ApiObject Make(string typeName) => (ApiObject)Make(contract.ClrType(typeName)!, depth: 0);

    /// <summary>A value for one member; null only for an object that would lie too deep.</summary>
    public object? Value(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return List(type, depth);
        if (type == typeof(Dictionary<string, string?>))
            return new Dictionary<string, string?> { ["a"] = Text(), ["b & c"] = null };
        if (typeof(ApiObject).IsAssignableFrom(type))
            return depth < MaxDepth ? Make(Concrete(type), depth + 1) : null;
        if (type.IsValueType && type.Namespace!.StartsWith("BingAds.V13.", StringComparison.Ordinal))
            return OneOf(type);
        return Primitive(type);
    }

    private object Make(Type type, int depth)
    {
        var value = (ApiObject)Activator.CreateInstance(type)!;
        foreach (var name in value.MemberNames)
        {
            // The member Type of a family says which type it is, so it can't say something else; an abstract root is none.
            if (name == "Type" && contract.HierarchyOf(type.Name) is { HasTypeMember: true } family)
                value[name] = family.IsAbstract(type.Name) ? null : family.Values[type.Name];
            else
                value[name] = Value(Property(type, name).PropertyType, depth);
        }

        return value;
    }

    public static PropertyInfo Property(Type type, string member) =>
        type.GetProperty(member) ?? type.GetProperty(member + "_")
        ?? throw new InvalidOperationException($"{type.Name} has no property for {member}.");

    private Type Concrete(Type declared)
    {
        if (contract.HierarchyOf(declared.Name) is not { } family)
            return declared;
        var kinds = family.Values.Keys.Select(contract.ClrType).Where(t => declared.IsAssignableFrom(t) && t != declared).ToList();
        return kinds.Count == 0 ? declared : kinds[_random.Next(kinds.Count)]!;
    }

    private IList List(Type type, int depth)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        var item = type.GetGenericArguments()[0];
        for (var i = 0; i < 2; i++)
        {
            if (Value(item, depth) is { } value)
                list.Add(value);
        }

        if (Nullable.GetUnderlyingType(item) is not null)
            list.Insert(1, null);
        return list;
    }

    private object OneOf(Type type)
    {
        var values = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type).ToList();
        var one = values[_random.Next(values.Count)].GetValue(null)!;
        return type.GetMethod("op_BitwiseOr") is { } or ? or.Invoke(null, [one, values[_random.Next(values.Count)].GetValue(null)])! : one;
    }

    private object Primitive(Type type) => type switch
    {
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(byte) => (byte)_random.Next(256),
        _ when type == typeof(short) => (short)_random.Next(short.MinValue, short.MaxValue + 1),
        _ when type == typeof(int) => _random.Next(int.MinValue, int.MaxValue),
        _ when type == typeof(long) => _random.NextInt64(long.MinValue, long.MaxValue),
        _ when type == typeof(double) => (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-12, 20)),
        _ when type == typeof(decimal) => new decimal(_random.Next(), _random.Next(), 0, _random.Next(2) == 0, (byte)_random.Next(10)),
        _ when type == typeof(DateTime) => Date(),
        _ when type == typeof(string) => Text(),
        _ when type == typeof(byte[]) => Bytes(),
        _ => throw new InvalidOperationException($"No value for {type.Name}."),
    };

    private string Text() => s_texts[_random.Next(s_texts.Length)] + _random.Next(1000).ToString(CultureInfo.InvariantCulture);

    private DateTime Date() => new(
        new DateTime(2026, 1, 1).Ticks + _random.NextInt64(TimeSpan.TicksPerDay * 300), _random.Next(2) == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified);

    private byte[] Bytes()
    {
        var bytes = new byte[_random.Next(1, 40)];
        _random.NextBytes(bytes);
        return bytes;
    }
}
