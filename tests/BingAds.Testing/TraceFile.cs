using System.Text;

namespace BingAds.Testing;

/// <summary>One line per record: what kind it is, a tab, the text with its line ends escaped. Any thread may write.</summary>
public sealed class TraceFile : IDisposable
{
    /// <summary>What files of this kind end with.</summary>
    public const string Extension = ".trace";

    /// <summary>Kind of the first line, which tells that the hook was there even if a suite had nothing to record.</summary>
    public const string StartKind = "start";

    private readonly Lock _gate = new();
    private readonly StreamWriter _writer;
    private bool _closed;

    public TraceFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _writer = new StreamWriter(path, append: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        Write(StartKind, Environment.ProcessPath ?? "");
    }

    public void Write(string kind, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var line = $"{kind}\t{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)}";
        lock (_gate)
        {
            // Threads of the runtime still throw and trace while the process ends.
            if (!_closed)
            {
                _writer.WriteLine(line);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _writer.Dispose();
        }
    }
}
