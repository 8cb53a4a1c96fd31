using BingAds.Generator.Docs;
using BingAds.Generator.Model;
using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>The open struct of one enum.</summary>
internal sealed class EnumWriter(Contract contract, DocTexts docs)
{
    public string Write(EnumModel model) => Write(model, $"BingAds.V13.{contract.Service}", docs.ForEnum(contract.Service, model.Name),
        value => docs.ForEnumValue(contract.Service, model.Name, value));

    /// <summary>An enum that only bulk files have: its texts are made from its names.</summary>
    public static string WriteBulk(EnumModel model)
    {
        var subject = English.UpperFirst(Words.Split(model.Name));
        return Write(model, "BingAds.Bulk", [$"<summary>{subject}, as bulk files name it. Names that the service adds later are kept as they are.</summary>"],
            value => [$"<summary>{subject}: {Words.Split(value)}.</summary>"]);
    }

    private static string Write(EnumModel model, string @namespace, IEnumerable<string> summary, Func<string, IEnumerable<string>> valueSummary)
    {
        var name = model.Name;
        var code = CodeWriter.ForFile(@namespace, "BingAds.Contract");
        code.Docs(summary);
        code.Block($"public readonly struct {name} : IEquatable<{name}>, IOpenEnum<{name}>", () =>
        {
            code.Line($"internal static readonly EnumTable s_table = new(\"{name}\",").Indented(() =>
                code.Line($"\"{string.Join(' ', model.Values)}\"{(model.IsFlags ? ", isFlags: true" : "")});")).Line();
            code.Line("private readonly EnumText? _value;").Line();
            code.Line($"private {name}(EnumText? value) => _value = value;").Line();
            code.Line("/// <summary>A value by its text on the wire, known or not.</summary>");
            code.Line($"public {name}(string text) => _value = s_table.Find(text);").Line();
            for (var i = 0; i < model.Values.Count; i++)
            {
                code.Docs(valueSummary(model.Values[i]));
                code.Line($"public static {name} {EnumRules.PropertyName(model, model.Values[i])} => new(s_table[{i}]);").Line();
            }

            code.Line("/// <summary>The value for a <c>switch</c>; <see cref=\"KnownValue.Unrecognized\"/> for what is newer than this version"
                + (model.IsFlags ? ", and for a set of several names.</summary>" : ".</summary>"));
            code.Line("public KnownValue Known => (KnownValue)(_value?.Ordinal ?? 0);").Line();
            if (model.IsFlags)
            {
                code.Line("/// <summary>The names in this set.</summary>");
                code.Line("public IReadOnlyList<string> Names => FlagNames.Split(_value?.Text);").Line();
                code.Line("/// <summary>Whether all names of the other are in this set.</summary>");
                code.Line($"public bool Has({name} other) => FlagNames.Has(_value, other._value);").Line();
                code.Line("/// <summary>The set of all names of both.</summary>");
                code.Line($"public static {name} operator |({name} left, {name} right) => new(FlagNames.Union(s_table, left._value, right._value));").Line();
            }

            code.Line("EnumText? IOpenEnum<" + name + ">.Value => _value;").Line();
            code.Line("internal EnumText? Value => _value;").Line();
            code.Line($"static EnumTable IOpenEnum<{name}>.Table => s_table;").Line();
            code.Line($"static {name} IOpenEnum<{name}>.From(EnumText? value) => new(value);").Line();
            code.Line($"internal static {name}? FromOrNull(EnumText? value) => value is null ? default({name}?) : new {name}(value);").Line();
            code.Line("/// <summary>A value by its text on the wire, known or not.</summary>");
            code.Line($"public static implicit operator {name}(string text) => new(text);").Line();
            code.Line("/// <summary>Whether both have the same text.</summary>");
            code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);").Line();
            code.Line("/// <summary>Whether the texts differ.</summary>");
            code.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);").Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public bool Equals({name} other) => EnumText.AreEqual(_value, other._value);").Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);").Line();
            code.Line("/// <inheritdoc/>");
            code.Line("public override int GetHashCode() => EnumText.Hash(_value);").Line();
            code.Line("/// <summary>The text on the wire" + (model.IsFlags ? "; several names are separated by a comma and a blank" : "") + ".</summary>");
            code.Line("public override string ToString() => _value?.Text ?? \"\";").Line();
            code.Line("/// <summary>The values that this version knows.</summary>");
            code.Block("public enum KnownValue", () =>
            {
                code.Line("/// <summary>Newer than this version, or no value.</summary>");
                code.Line("Unrecognized,");
                foreach (var value in model.Values)
                {
                    code.Line().Docs(valueSummary(value));
                    code.Line($"{EnumRules.KnownName(value)},");
                }
            });
        });
        return code.ToString();
    }
}
