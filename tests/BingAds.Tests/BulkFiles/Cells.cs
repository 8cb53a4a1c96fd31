using System.Globalization;
using System.Text;
using BingAds.Bulk;

namespace BingAds.Tests.BulkFiles;

/// <summary>Reads and writes single cells and rows.</summary>
internal static class Cells
{
    public delegate T Reading<T>(in BulkCell cell);

    public static readonly string[] Cultures = ["en-US", "tr-TR", "de-DE", "ar-SA"];

    public static T Read<T>(string text, Reading<T> read) => read(new BulkCell(Encoding.UTF8.GetBytes(text)));

    public static string Write(Action<BulkRowWriter, int> write)
    {
        var row = new BulkRowWriter();
        write(row, 0);
        return Encoding.UTF8.GetString(row[0]);
    }

    /// <summary>Does the same in each culture; the thread's own is restored.</summary>
    public static void InEachCulture(Action test)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in Cultures)
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                test();
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Reads a row of a file that has exactly these columns.</summary>
    public static T Row<T>(params (string Column, string Text)[] cells)
        where T : SingleRecordBulkEntity, new()
    {
        var row = new BulkRowBuffer(new BulkHeader([.. cells.Select(static c => c.Column)]));
        for (var i = 0; i < cells.Length; i++)
        {
            row.Add(i, Encoding.UTF8.GetBytes(cells[i].Text));
        }

        var entity = new T();
        entity.ReadRow(row.Row(7));
        return entity;
    }

    /// <summary>The filled cells of the entity's rows.</summary>
    public static List<Dictionary<string, string>> Rows(BulkEntity entity, bool excludeReadOnly = false)
    {
        var sink = new Sink();
        entity.WriteTo(sink, excludeReadOnly);
        return sink.Rows;
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
            var cells = Enumerable.Range(0, BulkColumns.Count).Where(i => !_row[i].IsEmpty)
                .ToDictionary(BulkColumns.NameOf, i => Encoding.UTF8.GetString(_row[i]));
            foreach (var (name, text) in _row.UnknownCells)
            {
                cells[name] = text;
            }

            Rows.Add(cells);
        }
    }
}
