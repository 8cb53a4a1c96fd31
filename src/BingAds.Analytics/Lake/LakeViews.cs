using System.Globalization;
using System.Text;
using DuckDB.NET.Data;

namespace BingAds.Analytics;

/// <summary>
/// Makes the views that a query may need. A view has all columns that its report is known to have, in one order and always of the same type, whether or not a file has them;
/// behind them come those that are only in files.
/// </summary>
internal static class LakeViews
{
    public static void Create(DuckDBConnection connection, LakeLayout layout, string sql)
    {
        var words = Words(sql);
        foreach (var table in LakeTable.All)
        {
            if (words.Contains(table.Name))
            {
                Execute(connection, Text(connection, table, [.. layout.Partitions(table.Name)]));
            }
        }
    }

    public static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(DuckDBConnection connection, LakeTable table, LakePartition[] files)
    {
        var known = table.Schema.Fields;
        if (files.Length == 0)
        {
            return $"CREATE VIEW {table.Name} AS SELECT {string.Join(", ", known.Select(static f => $"NULL::{f.SqlType} AS {Name(f.Name)}"))} WHERE false";
        }

        var source = $"read_parquet([{string.Join(", ", files.Select(static f => Literal(f.Path)))}], union_by_name = true, hive_partitioning = false)";
        var there = Columns(connection, source);
        var list = new StringBuilder();
        foreach (var field in known)
        {
            // Without the cast a column would be text once a file was written by a version that did not know it.
            var value = there.Remove(field.Name) ? Name(field.Name) : "NULL";
            list.Append(CultureInfo.InvariantCulture, $"{(list.Length > 0 ? ", " : "")}{value}::{field.SqlType} AS {Name(field.Name)}");
        }

        foreach (var name in there)
        {
            list.Append(CultureInfo.InvariantCulture, $", {Name(name)}");
        }

        return $"CREATE VIEW {table.Name} AS SELECT {list} FROM {source}";
    }

    private static List<string> Columns(DuckDBConnection connection, string source)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT column_name FROM (DESCRIBE SELECT * FROM {source})";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>All that may be names: to make every view would mean to look into every file.</summary>
    private static HashSet<string> Words(string sql)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < sql.Length; i++)
        {
            var start = i;
            while (i < sql.Length && (char.IsAsciiLetterOrDigit(sql[i]) || sql[i] == '_'))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(sql[start..i]);
            }
        }

        return words;
    }
}
