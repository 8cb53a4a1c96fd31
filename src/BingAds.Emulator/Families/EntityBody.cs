using System.Buffers;
using BingAds.Contract;

namespace BingAds.Emulator.Families;

/// <summary>The form in which entities are stored: their own JSON, without what is not set.</summary>
internal static class EntityBody
{
    public static byte[] Write(ApiObject item)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        WireJson.Write(item, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
