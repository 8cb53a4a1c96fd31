using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace BingAds.Reporting.Download;

/// <summary>The file that the service does not make when there is no data, made of what was asked for.</summary>
internal static class EmptyReport
{
    /// <summary>The file as it goes on disk.</summary>
    public static MemoryStream File(ReportingDownloadOperation operation, string path)
    {
        var text = operation.Format switch
        {
            ReportFileFormat.Xml => Xml(operation),
            ReportFileFormat.Tsv => Text(operation, '\t'),
            _ => Text(operation, ','),
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".ZIP" => Zip(bytes, Path.GetFileNameWithoutExtension(path) + operation.Format switch { ReportFileFormat.Xml => ".xml", ReportFileFormat.Tsv => ".tsv", _ => ".csv" }),
            ".GZ" => GZip(bytes),
            _ => new MemoryStream(bytes),
        };
    }

    /// <summary>CSV or TSV: lines about the report, and the names of the columns.</summary>
    public static string Text(ReportingDownloadOperation operation, char separator)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Header(operation))
        {
            text.Append(Quoted($"{name}: {value}")).Append("\r\n");
        }

        text.Append(Quoted("Rows: 0")).Append("\r\n\r\n");
        if (operation.Columns.Count > 0)
        {
            text.AppendJoin(separator, operation.Columns.Select(Quoted)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Xml(ReportingDownloadOperation operation)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("Report");
            foreach (var (name, value) in Header(operation))
            {
                xml.WriteAttributeString(name.Replace(" ", "", StringComparison.Ordinal), value);
            }

            xml.WriteStartElement((operation.ReportType ?? "") + "ReportColumns");
            foreach (var column in operation.Columns)
            {
                xml.WriteStartElement("Column");
                xml.WriteAttributeString("name", column);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteStartElement("Table");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Header(ReportingDownloadOperation operation)
    {
        if (operation.ReportName is { } name)
        {
            yield return ("Report Name", name);
        }

        if (operation.StartDate is { } start && operation.EndDate is { } end)
        {
            yield return ("Report Time", start == end ? Date(start) : $"{Date(start)}, {Date(end)}");
        }

        if (operation.TimeZone is { } zone)
        {
            yield return ("Time Zone", ReportZones.Find(zone)?.HeaderText ?? zone);
        }

        if (operation.Aggregation is { } aggregation)
        {
            yield return ("Report Aggregation", aggregation);
        }
    }

    private static string Date(DateOnly day) => day.ToString("M'/'d'/'yyyy", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static MemoryStream Zip(byte[] bytes, string name)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open())
        {
            entry.Write(bytes);
        }

        stream.Position = 0;
        return stream;
    }

    private static MemoryStream GZip(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        stream.Position = 0;
        return stream;
    }
}
