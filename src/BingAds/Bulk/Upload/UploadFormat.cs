using BingAds.Files;

namespace BingAds.Bulk.Upload;

/// <summary>How an upload's file looks. The service takes zip and plain files; it has no name for gzip.</summary>
internal readonly record struct UploadFormat(BulkFileLayout Layout, bool IsPacked)
{
    public byte Separator => Layout == BulkFileLayout.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma;

    public string InnerExtension => Layout == BulkFileLayout.Tsv ? ".tsv" : ".csv";

    public string Extension => IsPacked ? ".zip" : InnerExtension;
}
