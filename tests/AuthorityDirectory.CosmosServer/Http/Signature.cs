using System.Security.Cryptography;
using System.Text;
using AuthorityDirectory.CosmosServer.Store;

namespace AuthorityDirectory.CosmosServer.Http;

/// <summary>Who may ask for what: the account's key for everything, an identity's token for data and for reading what holds it.</summary>
internal static class Signature
{
    /// <exception cref="StoreException">401 or 403.</exception>
    public static void Check(CosmosRequest request, string key)
    {
        var parts = Uri.UnescapeDataString(request.Header("authorization") ?? "").Split('&');
        var type = parts is [var first, "ver=1.0", var last] && last.StartsWith("sig=", StringComparison.Ordinal) ? first : null;
        if (type == "type=aad")
        {
            StoreException.ThrowIf(
                request.Operation is CosmosOperation.CreateDatabase or CosmosOperation.CreateContainer,
                403,
                "Forbidden",
                "Request is blocked because the principal lacks the role: databases and containers are not made through the data plane.",
                5300);
            return;
        }

        StoreException.ThrowIf(
            type != "type=master" || !IsSigned(request, key, parts[2]["sig=".Length..]),
            401,
            "Unauthorized",
            "The input authorization token can't serve the request.");
    }

    /// <remarks>A resource named by the service's own id is signed with that id alone, in lower case.</remarks>
    private static bool IsSigned(CosmosRequest request, string key, string signature) =>
        Sign(request, key, request.ResourceLink) == signature
        || (request.Operation == CosmosOperation.ReadRanges && Sign(request, key, request.Container.ToLowerInvariant()) == signature);

    private static string Sign(CosmosRequest request, string key, string link)
    {
        var date = request.Header("x-ms-date")?.ToLowerInvariant();
        var text = $"{request.Method.ToLowerInvariant()}\n{request.ResourceType.ToLowerInvariant()}\n{link}\n{date}\n\n";
        return Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text)));
    }
}
