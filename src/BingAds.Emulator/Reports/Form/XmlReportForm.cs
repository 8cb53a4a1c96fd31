using System.Buffers;
using System.Text;
using System.Xml;

namespace BingAds.Emulator.Reports.Form;

/// <summary>XML: what the text forms say in lines are attributes of the root, without the number of rows, which the closed root stands for.</summary>
internal sealed class XmlReportForm(ReportQuestion question) : ReportForm(question)
{
    private const string LineEnd = "\r\n";

    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly SearchValues<char> s_noXml = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static c => (char)c).Where(static c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF']);

    public override string Extension => ".xml";

    public override ReadOnlyMemory<byte> Head(IReadOnlyList<ReportHeadLine> lines)
    {
        using var target = new MemoryStream();

        // The table and the root stay open; what closes them is the end of the file.
        using (var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = s_encoding, NewLineChars = LineEnd, WriteEndDocumentOnClose = false }))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("Report");
            foreach (var line in HasHeader ? lines.Where(static l => l.Name != ReportHead.Rows) : [])
            {
                xml.WriteAttributeString(line.Name.Replace(" ", "", StringComparison.Ordinal), Clean(line.Value));
            }

            if (HasNames)
            {
                xml.WriteStartElement(Question.Type.Name + "ReportColumns");
                foreach (var column in Question.Columns)
                {
                    xml.WriteStartElement("Column");
                    xml.WriteAttributeString("name", column.Name);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteStartElement("Table");
            xml.WriteWhitespace(LineEnd);
        }

        return target.ToArray();
    }

    public override IReportRows OpenRows(Stream target) => new Rows(Question, NewCells(), target);

    public override ReadOnlyMemory<byte> Foot(int year) => s_encoding.GetBytes($"</Table>{(HasFooter ? $"<Copyright>{Copyright(year)}</Copyright>" : "")}</Report>");

    /// <summary>XML has no form for most control characters, though texts may hold them.</summary>
    private static string Clean(string text)
        => text.AsSpan().ContainsAny(s_noXml) ? string.Concat(text.Select(static c => s_noXml.Contains(c) ? '\uFFFD' : c)) : text;

    private sealed class Rows(ReportQuestion question, ReportCells cells, Stream target) : IReportRows
    {
        private readonly XmlWriter _xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = s_encoding, NewLineChars = LineEnd, ConformanceLevel = ConformanceLevel.Fragment });

        public void Write(ReadOnlySpan<ReportValue> row)
        {
            _xml.WriteStartElement("Row");
            for (var i = 0; i < row.Length; i++)
            {
                _xml.WriteStartElement(question.Columns[i].Name);
                _xml.WriteAttributeString("value", Clean(s_encoding.GetString(cells.Of(question.Columns[i], row[i]))));
                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
            _xml.WriteWhitespace(LineEnd);
        }

        public void Complete() => _xml.Flush();

        public void Dispose() => _xml.Dispose();
    }
}
