namespace BingAds.Contract;

/// <summary>Input that can't be read, as the readers find it; the entry points make the public exception of it.</summary>
internal sealed class WireException(string message, long? line, long position, string? limit = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Line, from 1, where the format counts lines.</summary>
    public long? Line { get; } = line;

    /// <summary>Byte in a JSON body, or character in the line of an XML one.</summary>
    public long Position { get; } = position;

    /// <summary>Name of the option whose limit the input passed, if that is what is wrong.</summary>
    public string? Limit { get; } = limit;
}
