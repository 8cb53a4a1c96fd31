using System.Text;
using BingAds.Contract;

namespace BingAds.Bulk;

/// <summary>The columns of the format by name and number.</summary>
internal static class BulkColumns
{
    private static readonly NameTable s_names = new(Array.ConvertAll(BulkColumnNames.All, Encoding.UTF8.GetBytes));

    public static int Count => BulkColumnNames.All.Length;

    public static readonly int Type = Find("Type");
    public static readonly int Name = Find("Name");
    public static readonly int ClientId = Find("Client Id");
    public static readonly int ModifiedTime = Find("Modified Time");

    public static string NameOf(int column) => BulkColumnNames.All[column];

    public static int Find(string name) => s_names.Find(Encoding.UTF8.GetBytes(name));
}
