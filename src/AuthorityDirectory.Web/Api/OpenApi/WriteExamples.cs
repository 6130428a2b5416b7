using System.Text.Json.Nodes;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>Bodies of writes to begin with, about entries that the first start seeds.</summary>
public static class WriteExamples
{
    /// <summary>A request that changes one field.</summary>
    public const string Request = """
        {"Id":"at-2026-017","StateCode":"AT","Changes":[{"Kind":"Authority","LineId":"AT-003","Act":"Change","Fields":[{"Name":"OfficeHours","After":"Monday to Friday, 9 to 15"}]}],"Source":{"Kind":"NoteVerbale","Reference":"A/17/2026","AsOf":"2026-11-02"},"Reason":"New office hours since October"}
        """;

    private const string Note = """{"source":{"Kind":"NoteVerbale","Reference":"A/18/2026","AsOf":"2026-11-02"}}""";

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["createChangeRequests"] = Request,
        ["returnChangeRequests"] = """{"reason":"The note names another authority: which of them is meant?"}""",
        ["withdrawChangeRequests"] = """{"reason":"Another request follows."}""",
        ["confirmAuthorities"] = Note,
        ["confirmStates"] = Note,
    };

    /// <summary>The body of an operation; null where none is needed.</summary>
    public static JsonNode? Of(string operation) => Bodies.TryGetValue(operation, out var body) ? JsonNode.Parse(body) : null;
}
