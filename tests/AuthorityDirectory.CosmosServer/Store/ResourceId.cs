using System.Buffers.Binary;

namespace AuthorityDirectory.CosmosServer.Store;

/// <summary>The ids that the service gives itself: 4 bytes for a database, 8 with its container, 16 with the item, in Base64 with a dash for the slash.</summary>
internal static class ResourceId
{
    public static string OfDatabase(int number) => Write(Big(number));

    /// <remarks>The first bit says that it is a container and not a user.</remarks>
    public static string OfContainer(string database, int number) => Write([.. Read(database), .. Big(number | int.MinValue)]);

    public static string OfItem(string container, long number)
    {
        var bytes = new byte[16];
        Read(container).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), number);
        return Write(bytes);
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static string Write(byte[] bytes) => Convert.ToBase64String(bytes).Replace('/', '-');

    private static byte[] Read(string rid) => Convert.FromBase64String(rid.Replace('-', '/'));
}
