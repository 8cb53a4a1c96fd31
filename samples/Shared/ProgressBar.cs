namespace Samples;

/// <summary>One line that is drawn again and again on a terminal, and a few times in all where the output goes to a file.</summary>
internal sealed class ProgressBar(string title)
{
    private const int Width = 32;

    private readonly object _drawing = new();
    private long _drawnAt;
    private int _lastTenth = -1;

    /// <param name="part">How much is done, from 0 to 1.</param>
    /// <param name="text">What to say beside it.</param>
    public void Report(double part, string text)
    {
        part = Math.Clamp(part, 0, 1);
        lock (_drawing)
        {
            if (Console.IsOutputRedirected)
            {
                Line(part, text);
            }
            else if (part >= 1 || Environment.TickCount64 - _drawnAt > 80)
            {
                _drawnAt = Environment.TickCount64;
                var filled = (int)(part * Width);
                Console.Write($"\r{title,-10} {new string('█', filled)}{new string('░', Width - filled)} {part,4:P0} {text,-36}");
            }
        }
    }

    /// <summary>Says something above the line.</summary>
    public void Say(string text)
    {
        lock (_drawing)
        {
            _drawnAt = 0;
            Console.WriteLine(Console.IsOutputRedirected ? text : $"\r{text,-90}");
        }
    }

    /// <summary>Ends the line.</summary>
    public void Done(string text)
    {
        Report(1, text);
        if (!Console.IsOutputRedirected)
        {
            Console.WriteLine();
        }
    }

    private void Line(double part, string text)
    {
        var tenth = (int)(part * 4);
        if (tenth > _lastTenth)
        {
            _lastTenth = tenth;
            Console.WriteLine($"{title,-10} {part,4:P0} {text}");
        }
    }
}
