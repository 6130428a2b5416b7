namespace AuthorityDirectory.CosmosServer.Store;

/// <summary>An error that the service answers.</summary>
internal sealed class StoreException(int status, string code, string message, int substatus = 0) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public int Substatus { get; } = substatus;

    public static void ThrowIf(bool isWrong, int status, string code, string message, int substatus = 0)
    {
        if (isWrong)
        {
            throw new StoreException(status, code, message, substatus);
        }
    }
}
