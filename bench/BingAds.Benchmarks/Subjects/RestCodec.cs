using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BingAds.Benchmarks.Data;
using BingAds.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Benchmarks.Subjects;

/// <summary>The work of the REST subjects, shared with the long benchmarks.</summary>
internal sealed class RestCodec
{
    private static readonly JsonWriterOptions s_fastest = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AddCampaignsRequest _request = SampleCampaigns.Request();
    private readonly StjRequest _stjRequest;
    private readonly byte[] _response;
    private readonly ArrayBufferWriter<byte> _output = new(1 << 21);
    private readonly Utf8JsonWriter _writer;

    public RestCodec()
    {
        var output = new ArrayBufferWriter<byte>();
        WireJson.Write(_request, output);
        _stjRequest = JsonSerializer.Deserialize(output.WrittenSpan, StjContext.Default.StjRequest)!;
        output = new ArrayBufferWriter<byte>();
        WireJson.Write(SampleCampaigns.Response(), output);
        _response = output.WrittenSpan.ToArray();
        _writer = new Utf8JsonWriter(_output, s_fastest);
    }

    public ReadOnlySpan<byte> Written => _output.WrittenSpan;

    public byte[] Response => _response;

    public void WriteOurs()
    {
        _output.ResetWrittenCount();
        _writer.Reset();
        WireJson.Write(_request, _writer);
    }

    public void WriteStj()
    {
        _output.ResetWrittenCount();
        _writer.Reset();
        JsonSerializer.Serialize(_writer, _stjRequest, StjContext.Default.StjRequest);
        _writer.Flush();
    }

    public GetCampaignsByAccountIdResponse ReadOurs() => WireJson.Read<GetCampaignsByAccountIdResponse>(_response);

    public StjResponse ReadStj() => JsonSerializer.Deserialize(_response, StjContext.Default.StjResponse)!;

    /// <summary>All tokens, and nothing done with them.</summary>
    public int ReadBare(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }
}
