using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BingAds.Contract.Json;

namespace BingAds.Contract;

/// <summary>The REST form of API objects, for those who speak the protocol themselves: a stub in a test, a proxy, a file of saved answers.</summary>
public static class WireJson
{
    /// <summary>Objects and lists within each other that are read unless another depth is asked for.</summary>
    public const int DefaultMaxDepth = 128;

    private static readonly JsonWriterOptions s_options = new()
    {
        SkipValidation = true,
        Encoder = Encoder,
        MaxDepth = int.MaxValue,
    };

    // Bodies are never shown in a web page, so only what JSON itself forbids is escaped. One encoder for all: each has large tables to make.
    internal static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes an object as JSON in UTF-8.</summary>
    /// <param name="value">What to write; it is not changed.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="writeNulls">
    /// False, as a client sends: members without a value are left out, unless an explicit null was asked for.
    /// True, as the service answers: they are written as null, but for the few that it leaves out.
    /// </param>
    public static void Write(ApiObject value, IBufferWriter<byte> output, bool writeNulls = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var json = new Utf8JsonWriter(output, s_options);
        Write(value, json, writeNulls ? NullPolicy.Write : NullPolicy.Omit);
    }

    /// <summary>Writes an object as JSON into a document that the caller writes; it allocates nothing. The writer is flushed.</summary>
    /// <param name="value">What to write; it is not changed.</param>
    /// <param name="output">A writer at a place where a value may stand. Its own options decide on escaping and depth.</param>
    /// <param name="writeNulls">Whether members without a value are written as null, as the service does.</param>
    public static void Write(ApiObject value, Utf8JsonWriter output, bool writeNulls = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(output);
        Write(value, output, writeNulls ? NullPolicy.Write : NullPolicy.Omit);
    }

    /// <summary>Reads JSON in UTF-8 into a new object, or into one of a subtype of <typeparamref name="T"/> as its <c>Type</c> says.</summary>
    /// <exception cref="Errors.BrokenResponseException">The input is no such object; the message says what and where.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, int maxDepth = DefaultMaxDepth)
        where T : ApiObject, new()
    {
        var reader = new JsonWireReader(WithoutMark(utf8Json), maxDepth);
        try
        {
            return (T)reader.ReadBody(new T().WireType);
        }
        catch (Exception exception) when (WireError.IsBrokenInput(exception))
        {
            throw WireError.Broken(exception, "JSON", "MaxDepth");
        }
        finally
        {
            reader.Dispose();
        }
    }

    /// <summary>Reads JSON in UTF-8 into an object that exists, a message as a rule.</summary>
    /// <param name="value">An empty object; what is read is set on it.</param>
    /// <param name="utf8Json">The whole body.</param>
    /// <param name="maxDepth">Objects and lists within each other; deeper input is refused.</param>
    /// <param name="keepNulls">Whether a null becomes an explicit null of the object.</param>
    /// <exception cref="Errors.BrokenResponseException">The input is no such object; the message says what and where.</exception>
    public static void ReadInto(ApiObject value, ReadOnlySpan<byte> utf8Json, int maxDepth = DefaultMaxDepth, bool keepNulls = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        var reader = new JsonWireReader(WithoutMark(utf8Json), maxDepth, keepNulls);
        try
        {
            reader.ReadBody(value);
        }
        catch (Exception exception) when (WireError.IsBrokenInput(exception))
        {
            throw WireError.Broken(exception, "JSON", "MaxDepth");
        }
        finally
        {
            reader.Dispose();
        }
    }

    internal static void Write(ApiObject value, Utf8JsonWriter json, NullPolicy nulls)
    {
        var writer = new JsonWireWriter(json, nulls);
        value.Write(ref writer);
        json.Flush();
    }

    internal static Utf8JsonWriter CreateWriter(IBufferWriter<byte> output) => new(output, s_options);

    internal static JsonObject ToNode(ApiObject value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(value, buffer);
        return (JsonObject)JsonNode.Parse(buffer.WrittenSpan, documentOptions: new JsonDocumentOptions { MaxDepth = int.MaxValue })!;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
