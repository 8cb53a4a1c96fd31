using System.Globalization;
using DuckDB.NET.Data;

namespace BingAds.Analytics.Tests;

/// <summary>DuckDB as any user has it, without a lake.</summary>
internal static class Duck
{
    /// <summary>All rows, the cells between bars.</summary>
    public static IReadOnlyList<string> Ask(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
