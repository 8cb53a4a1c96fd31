using System.Text;
using System.Xml;
using BingAds.Benchmarks.Data;
using BingAds.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Benchmarks.Subjects;

/// <summary>The work of the SOAP subjects, shared with the long benchmarks.</summary>
internal sealed class SoapCodec
{
    private static readonly XmlReaderSettings s_fastest = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new System.Xml.NameTable(),
    };

    private readonly AddCampaignsRequest _request = SampleCampaigns.Request();
    private readonly MemoryStream _output = new(1 << 22);

    public SoapCodec()
    {
        Write(SampleCampaigns.Response());
        Response = _output.ToArray();
    }

    public byte[] Response { get; }

    public byte[] Written => _output.ToArray();

    public void WriteOurs() => Write(_request);

    public GetCampaignsByAccountIdResponse ReadOurs()
    {
        using var xml = WireXml.CreateReader(Response);
        xml.MoveToContent();
        var response = new GetCampaignsByAccountIdResponse();
        WireXml.ReadInto(response, xml);
        return response;
    }

    /// <summary>All nodes, and nothing done with them.</summary>
    public int ReadBare(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), s_fastest);
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    private void Write(ApiObject message)
    {
        _output.SetLength(0);
        using var xml = XmlDictionaryWriter.CreateTextWriter(_output, Encoding.UTF8, ownsStream: false);
        WireXml.Write(message, xml);
    }
}
