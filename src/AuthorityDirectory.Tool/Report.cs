using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuthorityDirectory.Tool;

/// <summary>What a command did, in a sentence for people and in facts for programs.</summary>
internal sealed record Report(string Sentence, JsonObject Facts)
{
    /// <summary>Asks for facts instead of the sentence.</summary>
    public static readonly Option<bool> Json = new("--json") { Description = "Say what came of it as one JSON object.", Recursive = true };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Says that it is done.</summary>
    public void Write(ParseResult parsed, TextWriter output) =>
        output.WriteLine(parsed.GetValue(Json) ? Line(true, Facts) : Sentence);

    /// <summary>Says why it is not.</summary>
    public static void WriteError(ParseResult parsed, TextWriter output, string message, JsonObject? facts = null)
    {
        if (!parsed.GetValue(Json))
        {
            Console.Error.WriteLine(message);
            return;
        }

        facts ??= [];
        facts["error"] = message;
        output.WriteLine(Line(false, facts));
    }

    private static string Line(bool isDone, JsonObject facts)
    {
        facts.Insert(0, "ok", isDone);
        return facts.ToJsonString(Readable);
    }
}
