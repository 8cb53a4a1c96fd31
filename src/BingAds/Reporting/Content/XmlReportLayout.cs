using System.Text;
using System.Xml;
using BingAds.Errors;

namespace BingAds.Reporting;

/// <summary>What the elements of an XML report are; nodes go in, rows come out.</summary>
internal sealed class XmlReportLayout(XmlReportText output, int maxRowBytes)
{
    private readonly List<ReportHeaderLine> _header = [];
    private readonly List<string> _columns = [];
    private readonly StringBuilder _value = new();
    private string?[] _cells = [];
    private int _rowDepth = -1;
    private int _nextColumn;
    private int _cell = -1;
    private long _rowLine;
    private long _rowLength;
    private bool _isWritten;
    private bool _isTable;
    private bool _isListed;
    private string? _leaf;
    private Place _place;

    private enum Place
    {
        Outside,
        Columns,
        Table,
    }

    /// <summary>Takes the node at which the reader stands, and its text if it is one; what is wrong with it, or null.</summary>
    public (FileFault Fault, string Message)? Take(XmlReader xml, string? text)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
                var fault = Open(xml);
                return fault ?? (isEmpty ? Close(depth) : null);
            case XmlNodeType.EndElement:
                return Close(xml.Depth);
            default:
                // White space counts within a text, but not where an element only stands on several lines.
                var isText = text is not null && (_cell >= 0 || _leaf is not null) && (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA || _value.Length > 0);
                return isText ? Append(text!) : null;
        }
    }

    /// <summary>At the end of well-formed XML.</summary>
    public (FileFault Fault, string Message)? End()
    {
        if (!_isTable && _columns.Count == 0)
        {
            return (FileFault.NotAReport, "The XML holds nothing of a report.");
        }

        WriteHead();
        return null;
    }

    private (FileFault Fault, string Message)? Open(XmlReader xml)
    {
        _value.Clear();
        _leaf = null;
        if (_rowDepth >= 0)
        {
            return OpenCell(xml);
        }

        if (xml.Depth == 0)
        {
            ReadAttributes(xml, (name, value) => _header.Add(new(Words(name), value)));
            return null;
        }

        var name = xml.LocalName;
        if (xml.Depth == 1)
        {
            _place = name.EndsWith("Columns", StringComparison.Ordinal) ? Place.Columns : name == "Table" ? Place.Table : Place.Outside;
            _isTable |= _place == Place.Table;
        }

        if (_place == Place.Columns && xml.Depth == 2)
        {
            if ((xml.GetAttribute("name") ?? xml.GetAttribute("Name")) is { } column)
            {
                _columns.Add(column);
            }
            else
            {
                _leaf = "";
            }

            return null;
        }

        if (name == "Row" && (_place == Place.Table ? xml.Depth == 2 : xml.Depth == 1))
        {
            return OpenRow(xml);
        }

        if (_place == Place.Outside && xml.Depth == 1)
        {
            _leaf = Words(name);
            if (xml.GetAttribute("value") is { } value)
            {
                _value.Append(value);
            }
        }

        return null;
    }

    private (FileFault Fault, string Message)? OpenRow(XmlReader xml)
    {
        _isTable = true;
        _rowDepth = xml.Depth;
        _rowLine = (xml as IXmlLineInfo)?.LineNumber ?? 0;
        (_nextColumn, _cell, _rowLength) = (0, -1, 0);
        Array.Clear(_cells);
        (FileFault, string)? fault = null;
        ReadAttributes(xml, (name, value) =>
        {
            fault ??= StartCell(name) ?? Append(value);
            EndCell();
        });
        return fault;
    }

    private (FileFault Fault, string Message)? OpenCell(XmlReader xml)
    {
        if (xml.Depth != _rowDepth + 1)
        {
            return (FileFault.WrongCellCount, "A cell of the row holds elements.");
        }

        return StartCell(xml.LocalName) ?? (xml.GetAttribute("value") is { } value ? Append(value) : null);
    }

    /// <summary>Where the columns are not listed, the first row lists them.</summary>
    private (FileFault Fault, string Message)? StartCell(string name)
    {
        _value.Clear();
        _cell = _nextColumn < _columns.Count && _columns[_nextColumn] == name ? _nextColumn : _columns.IndexOf(name, Math.Min(_nextColumn, _columns.Count));
        if (_cell < 0)
        {
            _cell = _columns.IndexOf(name);
        }

        if (_cell < 0 && !_isWritten && !_isListed)
        {
            _columns.Add(name);
            _cell = _columns.Count - 1;
        }

        if (_cell < 0)
        {
            return (FileFault.WrongCellCount, "The row has a cell of a column that the report does not have.");
        }

        if (_cells.Length < _columns.Count)
        {
            Array.Resize(ref _cells, Math.Max(_columns.Count, _cells.Length * 2));
        }

        if (_cells[_cell] is not null)
        {
            return (FileFault.WrongCellCount, "The row has two cells of one column.");
        }

        _nextColumn = _cell + 1;
        return null;
    }

    private (FileFault Fault, string Message)? Append(string text)
    {
        _value.Append(text);
        _rowLength += text.Length;
        return _rowLength > maxRowBytes ? (FileFault.RowTooLong, "A row is longer than the limit.") : null;
    }

    private void EndCell()
    {
        if (_cell >= 0)
        {
            _cells[_cell] = _value.ToString();
        }

        _cell = -1;
        _value.Clear();
    }

    private (FileFault Fault, string Message)? Close(int depth)
    {
        if (_rowDepth >= 0 && depth == _rowDepth + 1)
        {
            EndCell();
        }
        else if (depth == _rowDepth)
        {
            _rowDepth = -1;
            return CloseRow();
        }
        else if (_leaf is { } leaf)
        {
            var text = _value.ToString().Trim();
            if (leaf.Length == 0)
            {
                _columns.Add(text);
            }
            else if (leaf != "Copyright")
            {
                _header.Add(new(leaf, text));
            }

            _leaf = null;
            _rowLength = 0;
        }
        else if (depth == 1 && _place == Place.Columns)
        {
            _isListed = true;
        }

        return null;
    }

    private (FileFault Fault, string Message)? CloseRow()
    {
        if (_columns.Count == 0)
        {
            return (FileFault.WrongCellCount, "The row has no cells.");
        }

        WriteHead();
        output.Row(Enumerable.Range(0, _columns.Count).Select(i => i < _cells.Length ? _cells[i] ?? "" : ""), _rowLine);
        return null;
    }

    private void WriteHead()
    {
        if (_isWritten)
        {
            return;
        }

        _isWritten = true;
        foreach (var line in _header)
        {
            output.Row([$"{line.Name}: {line.Value}"], 1);
        }

        output.BlankLine();
        output.Row(_columns, 1);
    }

    private static void ReadAttributes(XmlReader xml, Action<string, string> take)
    {
        for (var isOne = xml.MoveToFirstAttribute(); isOne; isOne = xml.MoveToNextAttribute())
        {
            if (xml.Prefix is not ("xmlns" or "xsi" or "xml") && xml.LocalName != "xmlns")
            {
                take(xml.LocalName, xml.Value);
            }
        }

        xml.MoveToElement();
    }

    /// <summary>ReportName is what text files call Report Name.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(c);
        }

        return words.ToString();
    }
}
