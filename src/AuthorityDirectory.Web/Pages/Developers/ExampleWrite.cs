using AuthorityDirectory.Web.Api.OpenApi;

namespace AuthorityDirectory.Web.Pages.Developers;

/// <summary>A write by a system, as a command for a shell in which TOKEN holds the token and TAG the ETag of what was read before.</summary>
/// <param name="Key">The last word of the key of its text.</param>
/// <param name="Path">What follows the service root.</param>
/// <param name="Rest">What else is sent.</param>
public sealed record ExampleWrite(string Key, string Path, string Rest)
{
    private const string Match = "-H \"If-Match: $TAG\" -X POST";

    /// <summary>A request made, a request submitted, an entry confirmed.</summary>
    public static IReadOnlyList<ExampleWrite> All { get; } =
    [
        new("Request", "ChangeRequests", $"-H \"Content-Type: application/json\" -d '{WriteExamples.Request}'"),
        new("Submit", "ChangeRequests('at-2026-017')/Submit", Match),
        new("Confirm", "Authorities('AT-003')/Confirm", Match),
    ];

    /// <summary>The command.</summary>
    /// <param name="root">The service root.</param>
    public string Command(string root) => $"curl -i \"{root}{Path}\" -H \"Authorization: Bearer $TOKEN\" {Rest}";
}
