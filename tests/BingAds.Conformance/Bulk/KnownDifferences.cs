using System.Globalization;

namespace BingAds.Conformance.Bulk;

/// <summary>Where reading and writing is meant to differ from the recordings. Each is used by name and counted.</summary>
internal sealed class KnownDifferences
{
    public const string FilledOnly = "an unknown record keeps its filled cells only";
    public const string BlankLine = "a blank line is no record";
    public const string DeletedErrors = "errors after a row for all sites are kept";
    public const string MissingColumn = "a missing column is like empty cells";
    public const string EighthCondition = "an eighth product condition has a column";
    public const string RuleNumber = "a number in a remarketing rule is written like a text";
    public const string DeleteValue = "delete_value is no error in any cell";
    public const string DefaultDate = "an empty date is not written as the year 1";

    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal)
    {
        [FilledOnly] = 0, [BlankLine] = 0, [DeletedErrors] = 0, [MissingColumn] = 0, [EighthCondition] = 0, [RuleNumber] = 0, [DeleteValue] = 0, [DefaultDate] = 0,
    };

    public bool Use(string name)
    {
        _uses[name]++;
        return true;
    }

    public void Print(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"known differences: {_uses.Count}"));
        foreach (var (name, count) in _uses)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,6} x {name}"));
        }
    }
}
