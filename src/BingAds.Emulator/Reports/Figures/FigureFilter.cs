using System.Collections;
using System.Globalization;
using BingAds.Contract;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>What the filter of a request leaves in. Its members are named like the attributes they look at, but for a few.</summary>
internal sealed class FigureFilter
{
    private readonly List<(Func<Leaf, ReportValue> Column, HashSet<string> Texts)> _entities = [];
    private readonly List<SliceTest> _slices = [];

    public FigureFilter(ApiObject? filter, FigureLevel level)
    {
        if (filter is null)
            return;
        foreach (var member in filter.MemberNames)
        {
            if (filter[member] is { } value)
                Add(member, value, level);
        }
    }

    /// <summary>Whether only rows with clicks are wanted.</summary>
    public bool OnlyWithClicks { get; private set; }

    public bool Takes(Leaf leaf)
    {
        foreach (var (column, texts) in _entities)
        {
            if (!texts.Contains(Fold(column(leaf))))
                return false;
        }

        foreach (var test in _slices)
        {
            test.Known.Clear();
        }

        return true;
    }

    public bool Takes(in Slice slice)
    {
        foreach (var test in _slices)
        {
            var code = test.Column.Code(slice);
            if (!test.Known.TryGetValue(code, out var isWanted))
                test.Known.Add(code, isWanted = test.Texts?.Contains(Fold(test.Column.Value(slice.Leaf, code))) ?? test.Column.Value(slice.Leaf, code).Form != ReportValueForm.Empty);
            if (!isWanted)
                return false;
        }

        return true;
    }

    /// <summary>The texts that a member of a filter names, as <see cref="Fold(string)"/> makes them.</summary>
    public static HashSet<string> Texts(object value)
    {
        var texts = value is IEnumerable list and not string
            ? list.Cast<object?>().Select(static item => Convert.ToString(item, CultureInfo.InvariantCulture) ?? "")
            : FlagNames.Split(value.ToString());
        var folded = texts.Select(Fold).ToHashSet(StringComparer.Ordinal);
        // Types of ads and campaigns are named a little differently in filters and in files.
        folded.UnionWith(folded.Select(static t => t + "ad").ToList());
        return folded;
    }

    /// <summary>Letters and digits in small letters: <c>SmartPhone</c> is <c>Smartphone</c>, <c>SearchAndContent</c> is <c>Search &amp; content</c>.</summary>
    public static string Fold(string text)
        => string.Concat(text.Replace("&", "and", StringComparison.Ordinal).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static string Fold(ReportValue value) => value.Form switch
    {
        ReportValueForm.Number => value.Number.ToString("0.####", CultureInfo.InvariantCulture),
        ReportValueForm.Text => Fold(value.Text!),
        _ => "",
    };

    private void Add(string member, object value, FigureLevel level)
    {
        if (member == "ExcludeZeroClicks")
        {
            OnlyWithClicks = value is true;
            return;
        }

        // True asks for pages of feeds only; false for all.
        if (value is bool flag)
        {
            if (flag && SliceColumns.Find(member, level) is { } column)
                _slices.Add(new SliceTest(column, null));
            return;
        }

        var texts = Texts(value);
        if (texts.Count == 0)
            return;
        var name = ColumnOf(member);
        if (EntityColumns.Find(name, level) is { } entity)
            _entities.Add((entity, texts));
        else if (SliceColumns.Find(name, level) is { } slice)
            _slices.Add(new SliceTest(slice, texts));
    }

    private static string ColumnOf(string member) => member switch
    {
        "Keywords" => "Keyword",
        "SearchQueries" => "SearchQuery",
        "GoalIds" => "GoalId",
        _ => member,
    };

    private sealed record SliceTest(SliceColumn Column, HashSet<string>? Texts)
    {
        /// <summary>Numbers of values that were looked at for this leaf.</summary>
        public Dictionary<long, bool> Known { get; } = [];
    }
}
