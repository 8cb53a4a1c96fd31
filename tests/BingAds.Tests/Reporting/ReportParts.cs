using System.Text;

namespace BingAds.Tests.ReportFiles;

/// <summary>The lines of a report file by what they are, so that one of them can be damaged by itself.</summary>
internal sealed class ReportParts
{
    public string Mark { get; set; } = "";

    public List<string> Header { get; set; } = [];

    public string? Names { get; set; }

    public List<string> Rows { get; set; } = [];

    public string? Footer { get; set; }

    /// <summary>Blank lines behind the header and before the footer.</summary>
    public int Gap { get; set; } = 1;

    /// <summary>Lines take them in turns.</summary>
    public string[] LineEnds { get; set; } = ["\n"];

    public string ToText()
    {
        var text = new StringBuilder(Mark);
        var lines = 0;
        Add(Header);
        Blank(Header.Count > 0);
        Add(Names is null ? [] : [Names]);
        Add(Rows);
        Blank(Footer is not null);
        Add(Footer is null ? [] : [Footer]);
        return text.ToString();

        void Add(IEnumerable<string> some)
        {
            foreach (var line in some)
            {
                text.Append(line).Append(LineEnds[lines++ % LineEnds.Length]);
            }
        }

        void Blank(bool isThere) => Add(Enumerable.Repeat("", isThere ? Gap : 0));
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToText());
}
