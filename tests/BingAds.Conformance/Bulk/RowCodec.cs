using System.Text;
using System.Text.Json;
using BingAds.Bulk;

namespace BingAds.Conformance.Bulk;

/// <summary>From the cells of a row to an entity and back, without a file.</summary>
internal static class RowCodec
{
    /// <param name="className">Class to read; null for the one of the Type cell.</param>
    /// <param name="header">Columns of the file.</param>
    /// <param name="cells">Cells that hold something.</param>
    /// <param name="entity">What to read into, or null for a new one.</param>
    public static SingleRecordBulkEntity Read(string? className, IReadOnlyList<string> header, IEnumerable<KeyValuePair<string, string>> cells, BulkEntity? entity = null)
    {
        var row = new BulkRowBuffer(new BulkHeader(header));
        foreach (var (name, text) in cells)
        {
            row.Add(Index(header, name), Encoding.UTF8.GetBytes(text.Trim()));
        }

        entity ??= className is null
            ? BulkRecordTypes.Create(row.Row(1).Find(BulkColumns.Type).Utf8)
            : (BulkEntity)Activator.CreateInstance(KnownNames.FindClass(className) ?? throw new UnknownNameException($"unknown class {className}"))!;
        var single = entity as SingleRecordBulkEntity ?? throw new UnknownNameException($"no record of the type in the row, or {className} is no single record");
        single.ReadRow(row.Row(1));
        return single;
    }

    public static List<Dictionary<string, string>> Write(BulkEntity entity, bool excludeReadOnly = false) =>
        Collect(sink => entity.WriteTo(sink, excludeReadOnly));

    /// <summary>The rows that somebody writes, as filled cells by column.</summary>
    public static List<Dictionary<string, string>> Collect(Action<IBulkRowSink> write)
    {
        var sink = new Sink();
        write(sink);
        return sink.Rows;
    }

    /// <summary>Problems between two rows; JSON is compared as such.</summary>
    public static IEnumerable<string> Compare(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual, string what)
    {
        foreach (var name in expected.Keys.Union(actual.Keys))
        {
            var (left, right) = (expected.GetValueOrDefault(name, ""), actual.GetValueOrDefault(name, ""));
            if (!AreEqual(left, right))
            {
                yield return $"{what}: column '{name}': expected '{left}', is '{right}'";
            }
        }
    }

    public static bool AreEqual(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        return left.Length > 0 && right.Length > 0 && left[0] == '[' && right[0] == '[' && AreSameJson(left, right);
    }

    public static bool AreSameJson(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        try
        {
            using var one = JsonDocument.Parse(left);
            using var other = JsonDocument.Parse(right);
            return JsonElement.DeepEquals(one.RootElement, other.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static int Index(IReadOnlyList<string> header, string name)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i] == name)
            {
                return i;
            }
        }

        throw new UnknownNameException($"unknown column '{name}'");
    }

    private sealed class Sink : IBulkRowSink
    {
        private readonly BulkRowWriter _row = new();

        public List<Dictionary<string, string>> Rows { get; } = [];

        public BulkRowWriter Begin()
        {
            _row.Clear();
            return _row;
        }

        public void End()
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < BulkColumns.Count; i++)
            {
                if (!_row[i].IsEmpty)
                {
                    cells[BulkColumns.NameOf(i)] = Encoding.UTF8.GetString(_row[i]);
                }
            }

            foreach (var (name, text) in _row.UnknownCells)
            {
                cells[name] = text;
            }

            Rows.Add(cells);
        }
    }
}
