using System.Text.RegularExpressions;
using System.Xml.Linq;
using BingAds.Generator.Docs;

namespace BingAds.Generator.Tests.Docs;

/// <summary>What holds for the text of every name in the contract.</summary>
public sealed partial class AllTextsTests
{
    private static readonly List<(string Name, IReadOnlyList<string> Lines)> s_all = Collect(new DocTexts(ContractFolder.Path));

    [Fact]
    public void Every_name_of_the_contract_is_covered()
    {
        // 288 operations, 576 messages, 597 types, 262 enums, 3,619 members, 4,552 values, as the contract's counts say.
        Assert.Equal(288 + 576 + 597 + 262 + 3619 + 4552, s_all.Count);
    }

    [Fact]
    public void Every_text_is_well_formed_and_has_a_summary()
    {
        var wrong = s_all.Where(item => XElement.Parse("<doc>" + string.Join('\n', item.Lines) + "</doc>").Element("summary") is not { } summary
            || !Sentence().IsMatch(summary.Value.Trim())).Select(item => item.Name);
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_text_has_a_leftover_or_a_double_blank()
    {
        var wrong = s_all.Where(item => item.Lines.Any(line => Leftover().IsMatch(line) || line != line.Trim() || line.Length == 0));
        Assert.Empty(wrong.Select(item => item.Name));
    }

    [Fact]
    public void No_text_says_a_word_twice_in_a_row()
    {
        var wrong = s_all.Where(item => Twice().IsMatch(string.Join(' ', item.Lines))).Select(item => item.Name);
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_line_of_prose_is_longer_than_140_characters()
    {
        var wrong = s_all.Where(item => item.Lines.Any(line => line.Length > 140 && !line.Contains("href=", StringComparison.Ordinal)));
        Assert.Empty(wrong.Select(item => item.Name));
    }

    [Fact]
    public void Texts_are_the_same_on_each_run()
    {
        var again = Collect(new DocTexts(ContractFolder.Path));
        Assert.Equal(s_all.SelectMany(item => item.Lines), again.SelectMany(item => item.Lines));
    }

    private static List<(string Name, IReadOnlyList<string> Lines)> Collect(DocTexts docs)
    {
        var all = new List<(string, IReadOnlyList<string>)>();
        foreach (var service in docs.Services)
        {
            foreach (var operation in service.Operations.Keys)
                all.Add((operation, docs.ForOperation(service.Name, operation)));
            foreach (var owner in service.Owners.Values)
            {
                all.Add((owner.Name, owner.Kind == OwnerKind.Type ? docs.ForType(service.Name, owner.Name) : docs.ForMessage(service.Name, owner.Name)));
                foreach (var field in owner.Fields)
                    all.Add(($"{owner.Name}.{field.Name}", docs.ForMember(service.Name, owner.Name, field.Name)));
            }

            foreach (var shape in service.Enums.Values)
            {
                all.Add((shape.Name, docs.ForEnum(service.Name, shape.Name)));
                foreach (var value in shape.Values)
                    all.Add(($"{shape.Name}.{value}", docs.ForEnumValue(service.Name, shape.Name, value)));
            }
        }

        return all;
    }

    [GeneratedRegex(@"^(iOS|[A-Z]|[0-9])[\s\S]{2,}\.$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"  |\{|\}|TODO|\.\.|,,| \.| ,|;\.")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"\b([A-Za-z]{2,}) \1\b")]
    private static partial Regex Twice();
}
