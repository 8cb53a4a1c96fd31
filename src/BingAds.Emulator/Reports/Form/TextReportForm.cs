using System.Text;
using BingAds.Files;

namespace BingAds.Emulator.Reports.Form;

/// <summary>CSV or TSV: every value quoted, a blank line between header, table and footer.</summary>
internal sealed class TextReportForm(ReportQuestion question, char separator) : ReportForm(question)
{
    public override string Extension => separator == '\t' ? ".tsv" : ".csv";

    public override ReadOnlyMemory<byte> Head(IReadOnlyList<ReportHeadLine> lines)
    {
        var text = new StringBuilder();
        if (HasHeader)
        {
            foreach (var line in lines)
            {
                text.Append(Quote($"{line.Name}: {line.Value}")).Append("\r\n");
            }

            text.Append("\r\n");
        }

        if (HasNames)
            text.AppendJoin(separator, Question.Columns.Select(static c => Quote(c.Name))).Append("\r\n");
        return (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public override IReportRows OpenRows(Stream target) => new Rows(Question, NewCells(), new DelimitedWriter(target, Question.Columns.Count, new DelimitedWriterOptions
    {
        Separator = (byte)separator,
        ByteOrderMark = false,
        BlankBeforePlus = false,
        QuoteAll = true,
    }));

    public override ReadOnlyMemory<byte> Foot(int year) => HasFooter ? Encoding.UTF8.GetBytes($"\r\n{Quote(Copyright(year))}\r\n") : default(ReadOnlyMemory<byte>);

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class Rows(ReportQuestion question, ReportCells cells, DelimitedWriter writer) : IReportRows
    {
        public void Write(ReadOnlySpan<ReportValue> row)
        {
            for (var i = 0; i < row.Length; i++)
            {
                writer.Set(i, cells.Of(question.Columns[i], row[i]));
            }

            writer.EndRow();
        }

        public void Complete() => writer.Flush();

        public void Dispose() => writer.Dispose();
    }
}
